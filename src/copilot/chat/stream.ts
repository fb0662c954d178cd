/** One message, the answer as it is made: the seed's `POST /v1/chat/stream`. */
import { defineOperation } from '../../kernel/operation.ts';
import { numberedEventSchema } from './events.ts';
import { followAnswer, startAnswer } from './generate/follow.ts';
import { openAnswer, openErrors } from './generate/open-answer.ts';
import { sendSchema } from './request.ts';
import { answerSchema } from './send.ts';

export const streamChat = defineOperation({
  name: 'chat.stream',
  summary: 'Say something to Nima and follow the answer',
  input: sendSchema.extend({}),
  output: answerSchema,
  events: numberedEventSchema,
  errors: openErrors,
  permission: 'chat:use',
  effect: 'write',
  undo: 'conversations.remove',
  examples: [{ say: 'ask Nima something and watch', input: { messages: [{ role: 'user', content: 'Hello' }] } }],
  offeredIn: ['rest', 'cli'],
  async *run(ctx, { messages, conversation_id, private: isPrivate, attachment_ids, ...options }, fail) {
    const sending = { messages, conversation_id, isPrivate, attachmentIds: attachment_ids, options };
    const { turnId } = await openAnswer(ctx, sending, fail);
    await startAnswer(ctx, { turnId });
    yield* followAnswer(ctx, turnId, 0);
  },
});
