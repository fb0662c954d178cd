/** Manifest of the persona module. */
import { defineModule } from '../../kernel/module.ts';
import { getPersona } from './get.ts';
import { portablePersona } from './portable/store.ts';
import { restorePersona } from './restore.ts';
import { scorePersona } from './score.ts';
import { updatePersona } from './update.ts';
import { listPersonaVersions } from './versions/list.ts';

export const persona = defineModule({
  name: 'persona',
  purpose: 'One consistent voice: the prompt before an answer, the style review after it',
  folder: import.meta.dirname,
  operations: [getPersona, updatePersona, restorePersona, listPersonaVersions, scorePersona],
  portable: portablePersona,
});
