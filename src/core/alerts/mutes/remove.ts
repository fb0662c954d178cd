/** Ends a mute: what it covered is told again from now on. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { muteErrors, muteSchema } from './mute.ts';
import { deleteMute } from './store.ts';

export const removeMute = defineOperation({
  name: 'alerts.mutes.remove',
  summary: 'Hear of a muted rule or subject again',
  input: z.object({ id: z.uuid() }),
  output: muteSchema,
  errors: muteErrors,
  permission: 'alerts:write',
  effect: 'write',
  examples: [
    { say: 'unmute the printer', input: { id: '00000000-0000-4000-8000-00000000a2e1' }, refers: { id: 'the printer' } },
    {
      say: 'tell me about the old laptop again',
      input: { id: '00000000-0000-4000-8000-00000000a2e2' },
      refers: { id: 'the old laptop' },
    },
    {
      say: 'end the mute of the printer',
      input: { id: '00000000-0000-4000-8000-00000000a2e1' },
      refers: { id: 'the printer' },
    },
    {
      say: 'alert me about the printer again',
      input: { id: '00000000-0000-4000-8000-00000000a2e1' },
      refers: { id: 'the printer' },
    },
  ],
  preview: async () => 'End a mute: what it covered is told again.',
  async run({ owner, db }, { id }, fail) {
    const mute = await deleteMute(owner, db, id);
    if (!mute) throw fail.mute_unknown({});
    return mute;
  },
});
