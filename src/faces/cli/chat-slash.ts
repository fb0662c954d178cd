/** The `/` commands of `nima chat`: short words for operations, about the talk that goes on. */
import { Failure } from '../../kernel/errors.ts';
import type { Following } from './follow.ts';
import { confirm } from './io.ts';
import { harmless, paintFor } from './paint.ts';

/** Where the talk stands between two lines. */
export interface Talk {
  conversationId: string | null;
  /** The next conversation begun, or this one, is remembered by nobody. */
  isPrivate: boolean;
  /** What `/undo` would call. */
  undo: { readonly operation: string; readonly id: string; readonly said: string } | null;
}

type Answer = Record<string, unknown>;
type Act = (following: Following, talk: Talk, words: string) => Promise<string>;

async function call({ catalog, invoke }: Following, name: string, input: Record<string, unknown>): Promise<Answer> {
  const operation = catalog.operations.get(name);
  if (!operation) throw new Failure('unavailable', `This Nima has no ${name}.`, { code: 'operation_missing' });
  return (await invoke(operation, input, new AbortController().signal)) as Answer;
}

const wanting = (words: string, what: string): void => {
  if (words === '') throw new Failure('invalid', what, { code: 'words_missing' });
};

const showContext: Act = async (following, { conversationId }) => {
  const input = conversationId ? { conversation_id: conversationId } : {};
  const { parts, used_tokens, window_tokens } = await call(following, 'chat.context', input);
  const lines = (parts as { part: string; tokens: number; items: number; left_out: number }[])
    .filter(({ tokens, left_out }) => tokens > 0 || left_out > 0)
    .map(({ part, tokens, items, left_out }) => {
      const out = left_out > 0 ? `, ${left_out} left out` : '';
      return `${part.padEnd(13)}${String(tokens).padStart(7)}  ${items}${out}`;
    });
  return [`${used_tokens} of ${window_tokens} tokens`, ...lines].join('\n');
};

const fork: Act = async (following, talk) => {
  if (!talk.conversationId) return 'There is nothing to fork yet.';
  const { id, title, turns } = await call(following, 'conversations.fork', { id: talk.conversationId });
  talk.conversationId = String(id);
  return `${title}: ${turns} turns taken along. The first conversation stays as it is.`;
};

const goPrivate: Act = async (_following, talk) => {
  talk.conversationId = null;
  talk.isPrivate = true;
  return 'Private from here: nothing is remembered, and it is removed when you leave.';
};

const search: Act = async (following, _talk, words) => {
  wanting(words, 'Say what to look for: /search backups');
  const { turns } = await call(following, 'conversations.search', { query: words, limit: 5 });
  const found = turns as { title: string; timestamp: string; content: string }[];
  if (found.length === 0) return 'Nothing was said about that.';
  return found
    .map(
      ({ title, timestamp, content }) =>
        `${timestamp.slice(0, 10)}  ${title}: ${content.replaceAll(/\s+/g, ' ').slice(0, 160)}`,
    )
    .join('\n');
};

const remember: Act = async (following, talk, words) => {
  wanting(words, 'Say what to remember: /remember the router is in the attic');
  const { id, fact } = await call(following, 'memory.facts.create', { fact: words });
  talk.undo = { operation: 'memory.facts.remove', id: String(id), said: `Forgotten again: ${fact}` };
  return `Remembered: ${fact}`;
};

const forget: Act = async (following, talk, words) => {
  wanting(words, 'Say what to forget: /forget the router');
  const { facts } = await call(following, 'memory.recall', { query: words, limit: 1 });
  const [best] = facts as { id: string; fact: string }[];
  if (!best) return 'I know nothing about that.';
  if (!(await confirm(following.io, `Forget: ${harmless(best.fact)}?`))) return 'Kept.';
  await call(following, 'memory.facts.remove', { id: best.id });
  talk.undo = { operation: 'memory.facts.restore', id: best.id, said: `Remembered again: ${best.fact}` };
  return 'Forgotten. /undo takes it back.';
};

const undo: Act = async (following, talk) => {
  if (!talk.undo) return 'There is nothing to undo here.';
  const { operation, id, said } = talk.undo;
  await call(following, operation, { id });
  talk.undo = null;
  return said;
};

const ACTS: ReadonlyMap<string, { readonly act: Act; readonly help: string }> = new Map([
  ['/context', { act: showContext, help: 'what is sent to the model, and how full its window is' }],
  ['/fork', { act: fork, help: 'go on in a copy of this conversation' }],
  ['/private', { act: goPrivate, help: 'begin a talk that nobody remembers' }],
  ['/search', { act: search, help: 'find what was said: /search backups' }],
  ['/remember', { act: remember, help: 'keep a fact: /remember the router is in the attic' }],
  ['/forget', { act: forget, help: 'forget a fact: /forget the router' }],
  ['/undo', { act: undo, help: 'take back the last /remember or /forget' }],
]);

const helpText = (): string => [...ACTS].map(([name, { help }]) => `${name.padEnd(11)}${help}`).join('\n');

/** True when the line was a command; what came of it is shown. */
export async function runSlash(following: Following, talk: Talk, line: string): Promise<boolean> {
  const [name = '', ...rest] = line.trim().split(/\s+/);
  const known = ACTS.get(name);
  if (!known && name !== '/help' && name !== '/?') return false;
  const text = known ? await known.act(following, talk, rest.join(' ')) : helpText();
  following.io.stderr.write(`${paintFor(following.io.isColored).dim(harmless(text))}\n`);
  return true;
}

/** A private talk ends with the window it was in. */
export async function leaveTalk(following: Following, { conversationId, isPrivate }: Talk): Promise<void> {
  if (isPrivate && conversationId) await call(following, 'conversations.remove', { id: conversationId });
}
