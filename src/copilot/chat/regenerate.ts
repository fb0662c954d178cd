/** Another answer to the same question, beside the one there is. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findTurn, turnErrors } from '../conversations/index.ts';
import { numberedEventSchema } from './events.ts';
import { followAnswer, startAnswer } from './generate/follow.ts';
import { claimConversation, insertAnswer, openErrors } from './generate/open-answer.ts';
import { optionsSchema, optionsShape } from './request.ts';
import { answerSchema } from './send.ts';

export const regenerateChat = defineOperation({
  name: 'chat.regenerate',
  summary: 'Answer a question again; the first answer stays',
  input: z.object({ id: z.uuid().describe('The assistant turn to make anew'), ...optionsShape }),
  output: answerSchema,
  events: numberedEventSchema,
  errors: {
    ...openErrors,
    ...turnErrors,
    turn_not_answer: {
      kind: 'invalid',
      text: () => 'Only an answer of Nima can be made anew. To change what you said, edit it.',
    },
  },
  permission: 'chat:use',
  effect: 'write',
  examples: [{ say: 'answer that again', input: { id: '00000000-0000-4000-8000-0000000000d1' } }],
  offeredIn: ['rest', 'cli'],
  async *run(ctx, { id, ...options }, fail) {
    const opened = await ctx.transaction(async (tx) => {
      const turn = await findTurn(tx.owner, tx.db, id);
      if (!turn) throw fail.turn_unknown({});
      if (turn.role !== 'assistant') throw fail.turn_not_answer({});
      await claimConversation(tx, turn.conversation_id, fail);
      return insertAnswer(tx, {
        conversationId: turn.conversation_id,
        parentId: turn.parent_id,
        messages: [],
        options: optionsSchema.parse({ ...(turn.metadata.options as object), ...options }),
      });
    });
    await startAnswer(ctx, opened);
    yield* followAnswer(ctx, opened.turnId, 0);
  },
});
