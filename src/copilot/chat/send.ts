/** One message, one whole answer: the seed's `POST /v1/chat`. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { Failure, type FailureKind } from '../../kernel/errors.ts';
import { defineOperation } from '../../kernel/operation.ts';
import {
  branchedTurnSchema,
  branchOf,
  callSchema,
  listTurns,
  TURN_STATUSES,
  type Turn,
  usedFactSchema,
  usedPassageSchema,
  usedTurnSchema,
} from '../conversations/index.ts';
import { numberedEventSchema } from './events.ts';
import { answerOf, followAnswer, startAnswer } from './generate/follow.ts';
import { openAnswer, openErrors } from './generate/open-answer.ts';
import { sendSchema } from './request.ts';

export const answerSchema = z.object({
  response: z.string(),
  messages: z.array(branchedTurnSchema).describe('The conversation so far, this answer last'),
  conversation_id: z.uuid(),
  turn_id: z.uuid(),
  status: z.enum(TURN_STATUSES),
  model: z.string(),
  facts_used: z.array(usedFactSchema).describe('Facts the answer rests on'),
  turns_used: z.array(usedTurnSchema).describe('What was said before that the answer rests on'),
  passages_used: z.array(usedPassageSchema).describe('Facts and rules of knowledge packs that the answer rests on'),
  calls: z.array(callSchema).describe('Tools used; one in state `asks` waits for approval'),
});

/** A failed answer is the failure of the call; its turn keeps what there is. */
function failureOf({ metadata, id, conversation_id }: Turn): Failure | null {
  const { error } = metadata;
  if (!error) return null;
  return new Failure(error.kind as FailureKind, error.message, {
    code: error.code,
    details: { turn_id: id, conversation_id },
  });
}

export async function answered(ctx: Context, turn: Turn): Promise<z.input<typeof answerSchema>> {
  const failure = failureOf(turn);
  if (failure) throw failure;
  const turns = await listTurns(ctx.owner, ctx.db, turn.conversation_id);
  const { model = '', facts_used = [], turns_used = [], passages_used = [], calls = [] } = turn.metadata;
  return {
    response: turn.content,
    messages: branchOf(turns, turn.id),
    conversation_id: turn.conversation_id,
    turn_id: turn.id,
    status: turn.status,
    model,
    facts_used,
    turns_used,
    passages_used,
    calls,
  };
}

export const sendChat = defineOperation({
  name: 'chat.send',
  summary: 'Say something to Nima and get the answer',
  input: sendSchema.extend({
    stream: z.boolean().default(false).describe('Answer as a stream of events, like chat.stream'),
  }),
  output: answerSchema,
  events: numberedEventSchema,
  errors: openErrors,
  permission: 'chat:use',
  effect: 'write',
  undo: 'conversations.remove',
  path: 'POST /v1/chat',
  examples: [{ say: 'ask Nima something', input: { messages: [{ role: 'user', content: 'Hello' }] } }],
  offeredIn: ['rest', 'cli', 'mcp'],
  run(ctx, { messages, conversation_id, private: isPrivate, attachment_ids, stream, ...options }, fail) {
    const open = async () => {
      const sending = { messages, conversation_id, isPrivate, attachmentIds: attachment_ids, options };
      const { turnId } = await openAnswer(ctx, sending, fail);
      await startAnswer(ctx, { turnId });
      return turnId;
    };
    return stream ? streamed(ctx, open) : open().then(async (turnId) => answered(ctx, await answerOf(ctx, turnId)));
  },
});

/** Opens only when read: what was opened before and then failed would be nobody's to catch. */
async function* streamed(ctx: Context, open: () => Promise<string>) {
  yield* followAnswer(ctx, await open(), 0);
}
