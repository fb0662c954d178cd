/** Manifest of the persona module. */
import { defineModule } from '../../kernel/module.ts';
import { getPersona } from './get.ts';

export const persona = defineModule({
  name: 'persona',
  purpose: 'One consistent voice: the prompt before an answer, the style review after it',
  folder: import.meta.dirname,
  operations: [getPersona],
});
