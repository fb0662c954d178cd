/** Says something differently: a new branch beside the turn that is edited, which stays as it was. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findTurn, turnErrors } from '../conversations/index.ts';
import { numberedEventSchema } from './events.ts';
import { followAnswer, startAnswer } from './generate/follow.ts';
import { claimConversation, insertAnswer, openErrors } from './generate/open-answer.ts';
import { messageSchema, optionsShape } from './request.ts';
import { answerSchema } from './send.ts';

export const editChat = defineOperation({
  name: 'chat.edit',
  summary: 'Say a message differently; the first wording stays',
  input: z.object({
    id: z.uuid().describe('Your turn to say differently'),
    content: messageSchema.shape.content.refine((text) => text.trim() !== '', { message: 'The message is empty.' }),
    ...optionsShape,
  }),
  output: answerSchema,
  events: numberedEventSchema,
  errors: {
    ...openErrors,
    ...turnErrors,
    turn_not_yours: {
      kind: 'invalid',
      text: () => 'Only what you said can be edited. To get another answer, regenerate it.',
    },
  },
  permission: 'chat:use',
  effect: 'write',
  examples: [
    { say: 'say that differently', input: { id: '00000000-0000-4000-8000-0000000000d2', content: 'Hello again' } },
  ],
  offeredIn: ['rest', 'cli'],
  async *run(ctx, { id, content, ...options }, fail) {
    const opened = await ctx.transaction(async (tx) => {
      const turn = await findTurn(tx.owner, tx.db, id);
      if (!turn) throw fail.turn_unknown({});
      if (turn.role !== 'user') throw fail.turn_not_yours({});
      await claimConversation(tx, turn.conversation_id, fail);
      return insertAnswer(tx, {
        conversationId: turn.conversation_id,
        parentId: turn.parent_id,
        messages: [{ role: 'user', content }],
        options,
        // Other words about the same files.
        attached: turn.metadata.attachments ?? [],
      });
    });
    await startAnswer(ctx, opened);
    yield* followAnswer(ctx, opened.turnId, 0);
  },
});
