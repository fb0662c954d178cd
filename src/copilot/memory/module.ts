/** Manifest of the memory module. */
import { defineModule } from '../../kernel/module.ts';
import { auditMemory } from './audit.ts';
import { listConflicts } from './conflicts/list.ts';
import { reopenConflict } from './conflicts/reopen.ts';
import { resolveConflict } from './conflicts/resolve.ts';
import { eraseMemory } from './erase.ts';
import { createFact } from './facts/create.ts';
import { exportFacts } from './facts/export.ts';
import { getFact } from './facts/get.ts';
import { historyOfFact } from './facts/history.ts';
import { importFacts } from './facts/import.ts';
import { listFacts } from './facts/list.ts';
import { mergeFacts } from './facts/merge.ts';
import { promoteFact } from './facts/promote.ts';
import { removeFact } from './facts/remove.ts';
import { restoreFact } from './facts/restore.ts';
import { splitFact } from './facts/split.ts';
import { updateFact } from './facts/update.ts';
import { importMemory } from './import.ts';
import { removeImport } from './imports/remove.ts';
import { embedFacts } from './jobs/embed.ts';
import { extractTurn } from './jobs/extract.ts';
import { purgeFacts } from './jobs/purge.ts';
import { portableMemory } from './portable/store.ts';
import { getProfile } from './profile/get.ts';
import { updateProfile } from './profile/update.ts';
import { recallMemory } from './recall.ts';

export const memory = defineModule({
  name: 'memory',
  purpose: 'What Nima knows about its owner, where it learned it, and how it finds it again',
  folder: import.meta.dirname,
  uses: ['conversations'],
  operations: [
    listFacts,
    createFact,
    getFact,
    updateFact,
    removeFact,
    restoreFact,
    historyOfFact,
    exportFacts,
    importFacts,
    promoteFact,
    mergeFacts,
    splitFact,
    recallMemory,
    listConflicts,
    resolveConflict,
    reopenConflict,
    auditMemory,
    eraseMemory,
    importMemory,
    removeImport,
    getProfile,
    updateProfile,
  ],
  jobs: [extractTurn, embedFacts, purgeFacts],
  subscriptions: [{ event: 'chat.turn.ended', job: extractTurn }],
  events: [
    'memory.fact.created',
    'memory.fact.updated',
    'memory.fact.removed',
    'memory.facts.imported',
    'memory.conflict.opened',
    'memory.conflict.resolved',
  ],
  portable: portableMemory,
});
