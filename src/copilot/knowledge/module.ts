/** Manifest of the knowledge module. */
import { defineModule } from '../../kernel/module.ts';
import { activatePack } from './packs/activate.ts';
import { buildPack } from './packs/build.ts';
import { deactivatePack } from './packs/deactivate.ts';
import { listEntries } from './packs/entries/list.ts';
import { getPack } from './packs/get.ts';
import { installPack } from './packs/install.ts';
import { listPacks } from './packs/list.ts';
import { removePack } from './packs/remove.ts';
import { rollbackPack } from './packs/rollback.ts';
import { searchPacks } from './packs/search.ts';
import { updatePack } from './packs/update.ts';
import { validatePack } from './packs/validate.ts';
import { portableKnowledge } from './portable/store.ts';

export const knowledge = defineModule({
  name: 'knowledge',
  purpose: 'Packs of facts and rules on a subject, consulted when a question is about it',
  folder: import.meta.dirname,
  operations: [
    listPacks,
    getPack,
    listEntries,
    searchPacks,
    activatePack,
    deactivatePack,
    validatePack,
    buildPack,
    installPack,
    updatePack,
    rollbackPack,
    removePack,
  ],
  events: [
    'knowledge.pack.activated',
    'knowledge.pack.deactivated',
    'knowledge.pack.installed',
    'knowledge.pack.updated',
    'knowledge.pack.removed',
  ],
  portable: portableKnowledge,
});
