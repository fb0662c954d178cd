/** Manifest of the voice module. */
import { defineModule } from '../../kernel/module.ts';
import { transcribeVoice } from './transcribe.ts';

export const voice = defineModule({
  name: 'voice',
  purpose: 'Speech to text by a server of the owner’s choice',
  folder: import.meta.dirname,
  operations: [transcribeVoice],
});
