/** Manifest of the alerts module. */
import { defineModule } from '../../kernel/module.ts';
import { acknowledgeAlert } from './acknowledge.ts';
import { createChannel } from './channels/create.ts';
import { listChannels } from './channels/list.ts';
import { probeChannel } from './channels/probe.ts';
import { removeChannel } from './channels/remove.ts';
import { declineAlert } from './decline.ts';
import { explainAlert } from './explain.ts';
import { getAlert } from './get.ts';
import { deliverAlert } from './jobs/deliver.ts';
import { pruneAlerts } from './jobs/prune.ts';
import { sweepAlerts } from './jobs/sweep.ts';
import { tellAlert } from './jobs/tell.ts';
import { listAlerts } from './list.ts';
import { createMute } from './mutes/create.ts';
import { listMutes } from './mutes/list.ts';
import { removeMute } from './mutes/remove.ts';
import { portableAlerts } from './portable/store.ts';
import { getPreferences } from './preferences/get.ts';
import { restorePreferences } from './preferences/restore.ts';
import { updatePreferences } from './preferences/update.ts';
import { reopenAlert } from './reopen.ts';

export const alerts = defineModule({
  name: 'alerts',
  purpose: 'What Nima tells its owner unasked: when, over which channel, why, and how to stop it',
  folder: import.meta.dirname,
  uses: ['learning'],
  operations: [
    listAlerts,
    getAlert,
    explainAlert,
    acknowledgeAlert,
    declineAlert,
    reopenAlert,
    listMutes,
    createMute,
    removeMute,
    getPreferences,
    updatePreferences,
    restorePreferences,
    listChannels,
    createChannel,
    removeChannel,
    probeChannel,
  ],
  jobs: [tellAlert, sweepAlerts, deliverAlert, pruneAlerts],
  events: ['alerts.raised', 'alerts.told', 'alerts.acknowledged', 'alerts.reopened'],
  portable: portableAlerts,
});
