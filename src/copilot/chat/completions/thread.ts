/** Finds the answer of Nima's own record that a client's talk goes on from. What does not match to the letter is a new talk. */
import { createHash } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { canonicalJson } from '../../../kernel/json.ts';
import { findTurn, type Turn } from '../../conversations/index.ts';
import type { CompletionMessage } from './message.ts';
import { listThreads } from './store.ts';

/** Only a hash is kept: the words are in the turns, and nowhere else. */
export const threadKey = (messages: readonly CompletionMessage[]): string =>
  createHash('sha256').update(canonicalJson(messages)).digest('base64url');

/** Calls that wait for the client's answer. */
export const handedCalls = ({ metadata }: Turn) => (metadata.calls ?? []).filter(({ state }) => state === 'handed');

type SaidByNima = Extract<CompletionMessage, { role: 'assistant' }>;

function isSame(turn: Turn, { content, calls }: SaidByNima): boolean {
  const ids = (turn.metadata.calls ?? []).map(({ call_id }) => call_id);
  // After its calls were answered a turn goes on: what was said until then is how it begins.
  const isText = turn.content.trim() === content.trim() || (calls.length > 0 && turn.content.startsWith(content));
  return isText && calls.every(({ id }) => ids.includes(id));
}

export interface Thread {
  /** The last answer the client knows of, when it is Nima's; null for a new talk. */
  readonly turn: Turn | null;
  /** What came after it; everything in a new talk. */
  readonly rest: readonly CompletionMessage[];
}

export async function findThread(ctx: Context, messages: readonly CompletionMessage[]): Promise<Thread> {
  const at = messages.findLastIndex(({ role }) => role === 'assistant');
  const last = messages[at];
  if (last?.role !== 'assistant') return { turn: null, rest: messages };
  const { owner, db } = ctx;
  for (const id of await listThreads(owner, db, threadKey(messages.slice(0, at)))) {
    const turn = await findTurn(owner, db, id);
    if (turn && isSame(turn, last)) return { turn, rest: messages.slice(at + 1) };
  }
  return { turn: null, rest: messages };
}
