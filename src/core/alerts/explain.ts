/** Why Nima told something, and how to stop it; without an id, of what it told last. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { alertErrors, alertSchema } from './alert.ts';
import { findAlert, findToldLast } from './store.ts';

export const explainAlert = defineOperation({
  name: 'alerts.explain',
  summary: 'Say why Nima told you something and how to stop it',
  input: z.object({ id: z.uuid().optional().describe('The last one told unless given') }),
  output: alertSchema.pick({ id: true, subject: true, because: true, stop: true, rule: true, updated_at: true }),
  errors: alertErrors,
  permission: 'alerts:read',
  effect: 'read',
  path: 'GET /v1/alerts/explain',
  examples: [
    { say: 'why did you tell me this?', input: {} },
    { say: 'why did you tell me that', input: {} },
    { say: 'why am I getting this alert', input: {} },
    { say: 'how do I stop this alert', input: {} },
    { say: 'why this nudge', input: {} },
  ],
  async run({ owner, db }, { id }, fail) {
    const alert = id ? await findAlert(owner, db, id) : await findToldLast(owner, db);
    if (!alert) throw fail.alert_unknown({});
    const { subject, because, stop, rule, updated_at } = alert;
    return { id: alert.id, subject, because, stop, rule, updated_at };
  },
});
