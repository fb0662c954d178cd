import { describe, expect, test } from 'vitest';
import { sharedNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../../test/support/people.ts';
import { aConversation, aTurn } from '../../conversations/fixtures.ts';

const nima = sharedNima();
const create = (fact: string, more: object = {}) => nima().call('memory.facts.create', { fact, ...more });

describe('a fact told', () => {
  test('is kept in its words, as certain as the owner, and is found again', async () => {
    const fact = await create('  The printer is called Gutenberg  ');
    expect(fact).toMatchObject({
      fact: 'The printer is called Gutenberg',
      source: 'explicit',
      trust: 'owner',
      confidence: 1,
      evidence: null,
      removed_at: null,
      user_id: nima().owner.owner,
    });
    expect(await nima().call('memory.facts.get', { id: fact.id })).toEqual(fact);
    expect((await nima().call('memory.recall', { query: 'what is the printer called' })).facts[0]).toMatchObject(fact);
  });

  test.each([
    'prefers tea over coffee.',
    ' Prefers  TEA over coffee ',
    'Prefers tea over coffee!',
  ])('twice is once: %s', async (again) => {
    const known = await create('Prefers tea over coffee').catch((failure) => failure.details);
    const failure = await failureOf(create(again));
    expect(failure).toMatchObject({ kind: 'conflict', code: 'fact_already_known' });
    expect(failure.details).toMatchObject({ id: known.id, fact: 'Prefers tea over coffee' });
  });

  test.each([
    ['a number', 'Owns 2 bikes', 'Owns 3 bikes'],
    ['a negation', 'Eats fish', 'Does not eat fish'],
    ['an unlikeness', 'The gate opens at 9', 'The gate opens at 9:30'],
  ])('that differs by %s is another', async (_what, one, other) => {
    const ids = [(await create(one)).id, (await create(other)).id];
    expect(new Set(ids).size).toBe(2);
  });

  test('at the same moment from two tabs is kept once, and the other is told which', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => create('Said in two tabs')));
    const kept = tries.filter(({ status }) => status === 'fulfilled');
    expect(kept).toHaveLength(1);
    const codes = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(['fact_already_known']));
  });

  test('by one person is news to another', async () => {
    await create('The roof leaks');
    const other = await aSecondOwner(nima());
    expect(await nima().call('memory.facts.create', { fact: 'The roof leaks' }, other)).toHaveProperty(
      'user_id',
      other.owner,
    );
  });

  test.each([
    ['nothing', ''],
    ['only spaces', '   '],
    ['a whole page', 'x'.repeat(1001)],
  ])('may not be %s', async (_what, fact) => {
    expect(await failureOf(create(fact))).toMatchObject({ kind: 'invalid', code: 'invalid_input' });
  });

  test('holds a NUL on no database, and metadata only in measure', async () => {
    expect(await create('The b\u0000oiler hums', { category: 'ho\u0000use' })).toMatchObject({
      fact: 'The boiler hums',
      category: 'house',
    });
    const metadata = { text: 'x'.repeat(5000) };
    expect(await failureOf(create('The attic is dry', { metadata }))).toMatchObject({ kind: 'invalid' });
  });
});

describe('a secret', () => {
  test.each([
    'My wifi password is hunter2',
    'api key: 7f9a0b',
    'sk-proj-abcdefghijklmnop1234',
    'The key is ghp_abcdefghijklmnopqrstuvwxyz0123',
    'AWS uses AKIAIOSFODNN7EXAMPLE',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
  ])('is refused: %s', async (fact) => {
    expect(await failureOf(create(fact))).toMatchObject({ kind: 'invalid', code: 'fact_is_secret' });
    const { id } = await create(`Clean words ${crypto.randomUUID()}`);
    expect(await failureOf(nima().call('memory.facts.update', { id, fact }))).toMatchObject({ code: 'fact_is_secret' });
  });

  test.each([
    'The wifi password is in the top drawer',
    'My password is stored in Bitwarden',
    'Forgot the password twice',
  ])('may be spoken of: %s', async (fact) => {
    expect(await create(fact)).toMatchObject({ fact });
  });
});

describe('what an agent passes on', () => {
  const said = aTurn({
    id: crypto.randomUUID(),
    conversation_id: crypto.randomUUID(),
    content: 'Remember that the loft has 4 windows',
  });
  const answer = { ...said, id: crypto.randomUUID(), parent_id: said.id, role: 'assistant' as const, content: '' };
  const agent = () => asAgent(nima().owner, answer.id);

  test('is the owner’s word when the owner said it there, with those words as evidence', async () => {
    await aConversation(nima().context(), { id: said.conversation_id, turns: [said, answer] });
    const fact = await nima().call('memory.facts.create', { fact: 'The loft has 4 windows' }, agent());
    expect(fact).toMatchObject({ trust: 'owner', evidence: { turn_id: said.id, quote: said.content } });
  });

  test('is its own idea otherwise: another number, other words, or no turn to point to', async () => {
    for (const [fact, actor] of [
      ['The loft has 5 windows', agent()],
      ['The owner is thinking of moving', agent()],
      ['The loft has no windows at all', asAgent(nima().owner)],
    ] as const) {
      expect(await nima().call('memory.facts.create', { fact }, actor)).toMatchObject({ trust: 'derived' });
    }
  });

  test('lowers the trust of a fact it rewords; the owner raises it again', async () => {
    const { id } = await create('The cellar is dry');
    const reworded = await nima().call('memory.facts.update', { id, fact: 'The cellar floods' }, agent());
    expect(reworded).toMatchObject({ trust: 'derived' });
    expect(await nima().call('memory.facts.update', { id, fact: 'The cellar is damp' })).toMatchObject({
      trust: 'owner',
    });
    expect(await nima().call('memory.facts.update', { id, category: 'house' }, agent())).toMatchObject({
      trust: 'owner',
    });
  });
});
