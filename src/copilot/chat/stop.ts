/** Stops an answer that is being made. What was written stays. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findTurn, turnErrors } from '../conversations/index.ts';

export const stopChat = defineOperation({
  name: 'chat.stop',
  summary: 'Stop an answer and keep what was written',
  input: z.object({ id: z.uuid().describe('The assistant turn') }),
  output: z.object({ id: z.uuid(), was_generating: z.boolean() }),
  errors: turnErrors,
  permission: 'chat:use',
  effect: 'write',
  examples: [{ say: 'stop that answer', input: { id: '00000000-0000-4000-8000-0000000000d1' } }],
  offeredIn: ['rest', 'cli'],
  async run({ owner, db, streams }, { id }, fail) {
    const turn = await findTurn(owner, db, id);
    if (turn?.role !== 'assistant') throw fail.turn_unknown({});
    const was_generating = turn.status === 'generating';
    if (was_generating && !(await streams.stop(id))) throw fail.turn_unknown({});
    return { id, was_generating };
  },
});
