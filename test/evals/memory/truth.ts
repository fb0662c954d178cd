/** Runs the truth suite through the public API: told in chat, asked by recall and in chat, and scored. */

import type { TurnMetadata } from '../../../src/copilot/conversations/index.ts';
import { insertConversation, insertTurns } from '../../../src/copilot/conversations/index.ts';
import { updateFactRow } from '../../../src/copilot/memory/facts/store.ts';
import type { Clock } from '../../../src/kernel/context.ts';
import type { TestNima } from '../../support/nima.ts';
import type { Case } from './cases.ts';

export interface Outcome {
  readonly one: Case;
  /** What recall gave first. */
  readonly first: string;
  readonly answer: string;
  readonly isFirst: boolean;
  readonly isAnswered: boolean;
  /** Facts that should still hold, and those of them that were put in the past. */
  readonly kept: number;
  readonly lost: readonly string[];
  /** What holds although it is over. */
  readonly stale: readonly string[];
}

interface Listed {
  readonly fact: string;
  readonly state: string;
}

const PACE_MS_MAX = 500;
const DAY_MS = 86_400_000;

/** A clock that may be set to any day, also back. */
export class Calendar implements Clock {
  #now = Date.UTC(2026, 2, 2, 9);

  now(): number {
    return this.#now;
  }

  set(ms: number): void {
    this.#now = ms;
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  /** The pace of an answer is not waited for; what looks again each second never comes to look. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms < PACE_MS_MAX) return new Promise((resolve) => setImmediate(resolve));
    return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
  }
}

/** A turn of chat as it stands after its answer, announced as chat announces it; spares making the answer. */
export async function told(
  nima: TestNima,
  text: string,
  answer = 'Noted.',
  metadata: TurnMetadata = {},
): Promise<void> {
  const { owner, newId, clock, transaction } = nima.context();
  const [conversationId, said, answered] = [newId(), newId(), newId()];
  const created_at = clock.now();
  const turn = { conversation_id: conversationId, speaker: '', status: 'complete', metadata: {}, created_at } as const;
  await transaction(async (tx) => {
    const title = text.slice(0, 60);
    await insertConversation(owner, tx.db, {
      id: conversationId,
      title,
      head_turn_id: answered,
      created_at,
      updated_at: created_at,
    });
    await insertTurns(owner, tx.db, [
      { ...turn, id: said, parent_id: null, position: 0, role: 'user', content: text },
      { ...turn, id: answered, parent_id: said, position: 1, role: 'assistant', content: answer, metadata },
    ]);
    await tx.events.emit('chat.turn.ended', { owner, turn_id: answered, user_turn_id: said });
  });
  await nima.settle();
}

/** A fact begins "Lives in"; an answer says "You live in". */
const inAnswer = ({ source }: RegExp): RegExp =>
  new RegExp(
    source.replace(
      /^\^?(?:\(\?:[^)]*\)|(?:Lives|Works|Uses|Likes|Loves|Hates|Deploys|Drives|Speaks|Plays|Has|Is|Does|ates)\b)/i,
      String.raw`(?:You \w+|\w+ is)(?: called| named| everything)?`,
    ),
    'i',
  );

async function ask(nima: TestNima, content: string): Promise<string> {
  const { response } = await nima.call('chat.send', { messages: [{ role: 'user', content }] });
  return response;
}

/** Tells each sentence on its day, asks, and forgets everything again. */
export async function runCase(nima: TestNima, clock: Calendar, one: Case, isAsked = true): Promise<Outcome> {
  for (const { text, at } of one.told) {
    if (at !== null) clock.set(at);
    else clock.advance(DAY_MS);
    await told(nima, text);
  }
  const asOf = one.asOf ? { as_of: one.asOf } : {};
  const query = one.asked || 'what holds';
  const { facts } = await nima.call('memory.recall', { query, ...asOf });
  const held = ((await nima.call('memory.facts.list', { limit: 500 })).facts as Listed[]).map(({ fact }) => fact);
  clock.advance(DAY_MS);
  const asks = isAsked && one.asked !== '';
  const answer = asks ? await ask(nima, one.asked) : '';
  const first: string = facts[0]?.fact ?? '';
  const [want] = one.wants;
  const isKeeping = one.kind === 'alike';
  const lost = isKeeping ? one.wants.filter((wanted) => !held.some((fact) => wanted.test(fact))) : [];
  const stale = one.not && one.kind !== 'asof' ? held.filter((fact) => one.not?.test(fact)) : [];
  const isFirst =
    (!want || one.asked === '' || want.test(first)) && !(one.not?.test(first) ?? false) && stale.length === 0;
  return {
    one,
    first,
    answer,
    isFirst,
    isAnswered: !asks || ((!want || inAnswer(want).test(answer)) && !(one.not && inAnswer(one.not).test(answer))),
    kept: isKeeping ? one.wants.length : 0,
    lost: lost.map(String),
    stale,
  };
}

/** Everything of a person is erased, so that the next case begins with an empty memory. */
export async function emptied(nima: TestNima): Promise<void> {
  const facts = await nima.db.kysely.selectFrom('memory_facts').selectAll().execute();
  for (const { id, owner } of facts) await updateFactRow(owner, nima.db, { id, removed_at: 1 });
  // The indexes read that everything is gone before the rows are.
  await nima.call('memory.recall', { query: 'everything' });
  await nima.call('memory.recall', { query: 'everything', as_of: '2026' });
  for (const table of ['memory_conflicts', 'memory_fact_versions', 'memory_facts', 'turns', 'conversations']) {
    await nima.db.kysely.deleteFrom(table).execute();
  }
}
