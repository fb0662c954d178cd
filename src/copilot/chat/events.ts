/** The events of an answer, in the order they may come; `seq` numbers them so that a reader can resume. */
import { z } from 'zod';
import {
  callSchema,
  TURN_STATUSES,
  usedFactSchema,
  usedPassageSchema,
  usedTurnSchema,
} from '../conversations/index.ts';

const started = z.object({
  type: z.literal('turn.started'),
  conversation_id: z.uuid(),
  turn_id: z.uuid(),
  user_turn_id: z.uuid().nullable(),
  private: z.boolean().describe('Nothing of this conversation is remembered'),
  model: z.object({ id: z.string(), label: z.string(), leaves_machine: z.boolean() }),
});
const recall = z.object({
  type: z.literal('recall'),
  facts: z.array(usedFactSchema),
  turns: z.array(usedTurnSchema),
  passages: z.array(usedPassageSchema),
});
const delta = z.object({ type: z.literal('text.delta'), text: z.string() });
const toolCall = z.object({ type: z.literal('tool.call'), call: callSchema });
const toolResult = z.object({ type: z.literal('tool.result'), call: callSchema });
const ended = z.object({
  type: z.literal('turn.ended'),
  turn_id: z.uuid(),
  status: z.enum(TURN_STATUSES),
  response: z.string().describe('The whole answer so far'),
  model: z.string(),
  facts_used: z.array(usedFactSchema),
  turns_used: z.array(usedTurnSchema),
  passages_used: z.array(usedPassageSchema),
  error: z.object({ kind: z.string(), code: z.string(), message: z.string() }).nullable(),
});

export const answerEventSchema = z.discriminatedUnion('type', [started, recall, delta, toolCall, toolResult, ended]);
export type AnswerEvent = z.output<typeof answerEventSchema>;

const seq = z.int().describe('1, 2, 3 …: the SSE event id');
export const numberedEventSchema = z.discriminatedUnion('type', [
  started.extend({ seq }),
  recall.extend({ seq }),
  delta.extend({ seq }),
  toolCall.extend({ seq }),
  toolResult.extend({ seq }),
  ended.extend({ seq }),
]);
export type NumberedEvent = z.output<typeof numberedEventSchema>;
