/** Follows an answer again, from any event on: after a reload, in a second tab, or when an approval let it go on. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findTurn, turnErrors } from '../conversations/index.ts';
import { numberedEventSchema } from './events.ts';
import { followAnswer } from './generate/follow.ts';
import { answerSchema } from './send.ts';

export const resumeChat = defineOperation({
  name: 'chat.resume',
  summary: 'Follow an answer from any event on',
  input: z.object({
    id: z.uuid().describe('The assistant turn'),
    after: z.int().min(0).default(0).describe('Number of the last event seen'),
  }),
  output: answerSchema,
  events: numberedEventSchema,
  errors: turnErrors,
  permission: 'chat:use',
  effect: 'read',
  examples: [{ say: 'follow that answer again', input: { id: '00000000-0000-4000-8000-0000000000d1' } }],
  offeredIn: ['rest', 'cli'],
  async *run(ctx, { id, after }, fail) {
    const turn = await findTurn(ctx.owner, ctx.db, id);
    if (turn?.role !== 'assistant') throw fail.turn_unknown({});
    yield* followAnswer(ctx, id, after);
  },
});
