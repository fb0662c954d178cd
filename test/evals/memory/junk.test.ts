import { expect, test } from 'vitest';
import { testDialect } from '../../support/database.ts';
import { aNima, type TestNima } from '../../support/nima.ts';
import { diary, LASTING } from './diary.ts';
import { FLOORS } from './score.ts';
import { Calendar, told } from './truth.ts';

const DAY_MS = 86_400_000;

interface Kept {
  readonly fact: string;
  readonly evidence: { readonly turn_id: string } | null;
}

async function held(nima: TestNima): Promise<Kept[]> {
  return (await nima.call('memory.facts.list', { limit: 500 })).facts;
}

async function messageOf(nima: TestNima, { evidence }: Kept): Promise<string> {
  const row = await nima.db.kysely
    .selectFrom('turns')
    .select('content')
    .where('id', '=', evidence?.turn_id)
    .executeTakeFirst();
  return row?.content ?? '';
}

test.skipIf(testDialect === 'postgres')(
  'after a month of talk, questions, logs and code, memory holds what was meant to last',
  async () => {
    const clock = new Calendar();
    const nima = await aNima({ clock });
    const messages = diary();
    const start = clock.now();
    for (const { day, text } of messages) {
      clock.set(start + day * DAY_MS);
      await told(nima, text);
    }
    const facts = await held(nima);
    const junk: string[] = [];
    for (const fact of facts) {
      const said = await messageOf(nima, fact);
      if (!LASTING.includes(said)) junk.push(`${fact.fact} ← ${said}`);
    }
    const rate = junk.length / facts.length;
    console.log(
      `diary: ${messages.length} messages, ${facts.length} facts, junk ${(rate * 100).toFixed(1)} %\n${junk.join('\n')}`,
    );
    expect(facts.length).toBeGreaterThanOrEqual(16);
    expect(rate).toBeLessThanOrEqual(FLOORS.junk);
    const audit = await nima.call('memory.audit');
    expect(audit.counts).toEqual({});
  },
  120_000,
);

test.skipIf(testDialect === 'postgres')(
  'what is recalled a thousand times is remembered once',
  async () => {
    const clock = new Calendar();
    const nima = await aNima({ clock });
    await told(nima, 'I live in Ghent. My cat is called Pluis.');
    const before = await held(nima);
    for (let loop = 0; loop < 1000; loop += 1) {
      const { facts, turns } = await nima.call('memory.recall', { query: 'where do I live and what is my cat called' });
      const echo = [
        ...facts.map(({ fact }: Kept) => `You told me: ${fact}.`),
        ...turns.map(({ content }: { content: string }) => content),
      ].join(' ');
      // The answer that repeats it is read by nobody; a person who quotes it back says nothing new.
      await told(nima, `> ${echo}\nthanks`, echo);
    }
    expect((await held(nima)).map(({ fact }) => fact).sort()).toEqual(before.map(({ fact }) => fact).sort());
    expect((await nima.call('memory.audit')).counts).toEqual({});
  },
  120_000,
);
