/** Manifest of the knowledge module. */
import { defineModule } from '../../kernel/module.ts';
import { validatePack } from './packs/validate.ts';

export const knowledge = defineModule({
  name: 'knowledge',
  purpose: 'Packs of facts and rules on a subject, consulted when a question is about it',
  folder: import.meta.dirname,
  operations: [validatePack],
});
