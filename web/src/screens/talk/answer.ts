/** An answer as the page shows it, made from a stored turn or from the events of its stream. Pure. */
import type { AnswerEvent, Call, ServedGoal, Turn, TurnPart, UsedFact, UsedPassage, UsedTurn } from '../../api/nima.ts';
import { withCallPart, withTextPart } from './answer-parts.ts';

export type Status = Turn['status'];

export interface Answer {
  readonly turnId: string;
  readonly conversationId: string;
  /** The turn it answers; what was learned from it is asked by this id. */
  readonly userTurnId: string | null;
  readonly model: string;
  readonly leavesMachine: boolean;
  readonly text: string;
  readonly calls: readonly Call[];
  readonly factsUsed: readonly UsedFact[];
  readonly turnsUsed: readonly UsedTurn[];
  readonly passagesUsed: readonly UsedPassage[];
  readonly goals: readonly ServedGoal[];
  /** Stretches of the text and calls as they came; empty when the order was not kept. */
  readonly parts: readonly TurnPart[];
  readonly status: Status;
  readonly error: { readonly kind: string; readonly code: string; readonly message: string } | null;
  /** Number of the last event seen: 0 when it was made from the stored turn. */
  readonly seq: number;
}

type Started = Extract<AnswerEvent, { type: 'turn.started' }>;

export function answerStarted({ turn_id, conversation_id, user_turn_id, model, seq }: Started): Answer {
  return {
    turnId: turn_id,
    conversationId: conversation_id,
    userTurnId: user_turn_id,
    model: model.id,
    leavesMachine: model.leaves_machine,
    text: '',
    calls: [],
    factsUsed: [],
    turnsUsed: [],
    passagesUsed: [],
    goals: [],
    parts: [],
    status: 'generating',
    error: null,
    seq,
  };
}

export function answerOf({ id, conversation_id, parent_id, content, status, metadata }: Turn): Answer {
  return {
    turnId: id,
    conversationId: conversation_id,
    userTurnId: parent_id,
    model: metadata.model ?? '',
    leavesMachine: metadata.leaves_machine ?? false,
    text: content,
    calls: metadata.calls ?? [],
    factsUsed: metadata.facts_used ?? [],
    turnsUsed: metadata.turns_used ?? [],
    passagesUsed: metadata.passages_used ?? [],
    goals: metadata.goals ?? [],
    parts: metadata.parts ?? [],
    status,
    error: metadata.error ?? null,
    seq: 0,
  };
}

/** A call in its newest state, in the place it had. */
function withCall(calls: readonly Call[], call: Call): Call[] {
  const isKnown = calls.some(({ call_id }) => call_id === call.call_id);
  return isKnown ? calls.map((known) => (known.call_id === call.call_id ? call : known)) : [...calls, call];
}

function withText(answer: Answer, { seq, text: more }: Extract<AnswerEvent, { type: 'text.delta' }>): Answer {
  const text = answer.text + more;
  return { ...answer, seq, text, parts: withTextPart(answer.parts, text.length), status: 'generating' };
}

function withEnd(answer: Answer, event: Extract<AnswerEvent, { type: 'turn.ended' }>): Answer {
  return {
    ...answer,
    seq: event.seq,
    text: event.response,
    // What the end says differently has another order; the stored turn brings it.
    parts: event.response === answer.text ? answer.parts : [],
    model: event.model,
    factsUsed: event.facts_used,
    turnsUsed: event.turns_used,
    passagesUsed: event.passages_used,
    status: event.status,
    error: event.error,
  };
}

/** The answer after one more event. An event seen before changes nothing, so resuming may repeat. */
export function afterEvent(answer: Answer, event: AnswerEvent): Answer {
  const { seq } = event;
  if (seq <= answer.seq) return answer;
  switch (event.type) {
    case 'turn.started':
      return answerStarted(event);
    case 'text.delta':
      return withText(answer, event);
    case 'tool.call':
    case 'tool.result': {
      const parts = withCallPart(answer.parts, event.call.call_id);
      return { ...answer, seq, calls: withCall(answer.calls, event.call), parts, status: 'generating' };
    }
    case 'turn.ended':
      return withEnd(answer, event);
    default:
      return { ...answer, seq };
  }
}

/** Nothing more comes by itself. */
export const isSettled = ({ status }: Pick<Answer, 'status'>): boolean => status !== 'generating' && status !== 'asks';

/** True while a call of the answer still waits for a decision that can be given. */
export function isAsking({ status, calls }: Answer, now: number): boolean {
  return status === 'asks' && calls.some((call) => isWaiting(call, now));
}

export const isWaiting = ({ state, expires_at }: Call, now: number): boolean =>
  state === 'asks' && expires_at !== null && Date.parse(expires_at) > now;
