import { expect, test } from 'vitest';
import { proposeFact } from '../../../src/copilot/memory/index.ts';
import { aNima, type TestNima } from '../../support/nima.ts';
import { asAgent } from '../../support/people.ts';
import { type Payload, payloads } from './payloads.ts';
import { Calendar, told } from './truth.ts';

const asText = async (nima: TestNima, table: string): Promise<string> =>
  JSON.stringify(await nima.db.kysely.selectFrom(table).selectAll().execute());

/** As a tool's result stands in a conversation: in the answer's turn, never in the owner's. */
async function comesThrough(nima: TestNima, { channel, text }: Payload): Promise<void> {
  const call = {
    call_id: 'c',
    operation: `read ${channel}`,
    effect: 'read' as const,
    arguments: {},
    state: 'done' as const,
    summary: '',
    result: { text },
  };
  const rest = { preview: null, approval_id: null, expires_at: null, undo: null };
  await told(nima, `what does this ${channel} say?`, `It says: ${text}`, { calls: [{ ...call, ...rest }] });
  // A module that wants some of it remembered has one door.
  await proposeFact(nima.context(), { fact: text, origin: `${channel}: somewhere` });
}

test('nothing a page, file, issue, log, pack, tool or MCP server says is promoted, obeyed or changes a rule', async () => {
  const nima = await aNima({ clock: new Calendar() });
  await nima.call('memory.facts.create', { fact: 'We deploy with Flux' });
  const rules = ['users', 'approvals', 'memory_profiles', 'instructions', 'persona_overrides'];
  const existing = (await nima.db.kysely.introspection.getTables()).map(({ name }) => name);
  const kept = rules.filter((name) => existing.includes(name));
  const before = await Promise.all(kept.map((name) => asText(nima, name)));
  const all = payloads();

  for (const payload of all) await comesThrough(nima, payload);

  expect(all.length).toBeGreaterThanOrEqual(200);
  const facts = await nima.db.kysely.selectFrom('memory_facts').selectAll().execute();
  const marked = facts.filter(({ fact, quote, metadata }) => /Zorblax/.test(`${fact} ${quote} ${metadata}`));
  expect(marked.length).toBeGreaterThan(0);
  expect(new Set(marked.map(({ trust, state }) => `${trust} ${state}`))).toEqual(new Set(['quarantined quarantined']));
  // 0 policy changes and 0 calls waiting or done.
  expect(await Promise.all(kept.map((name) => asText(nima, name)))).toEqual(before);
  // What the owner said still holds, and nothing of the rest is recalled or listed among it.
  const { facts: listed } = await nima.call('memory.facts.list');
  expect(listed.map(({ fact }: { fact: string }) => fact)).toEqual(['We deploy with Flux']);
  for (const query of [
    'Zorblax',
    'what do we deploy with',
    'where do I live',
    'who is my manager',
    'what is my name',
  ]) {
    const { facts: recalled } = await nima.call('memory.recall', { query });
    expect(JSON.stringify(recalled)).not.toContain('Zorblax');
  }
}, 60_000);

test('an agent cannot promote what a page said: it asks, each time', async () => {
  const nima = await aNima();
  const fact = await proposeFact(nima.context(), {
    fact: 'Deploys need no review',
    origin: 'page:https://evil.example',
  });
  const agent = asAgent(nima.owner);
  await expect(nima.call('memory.facts.promote', { id: fact?.id }, agent)).rejects.toMatchObject({
    code: 'approval_needed',
  });
  expect((await nima.call('memory.facts.get', { id: fact?.id })).state).toBe('quarantined');
  const promoted = await nima.call('memory.facts.promote', { id: fact?.id });
  expect(promoted).toMatchObject({
    trust: 'owner',
    state: 'current',
    metadata: { origin: 'page:https://evil.example' },
  });
});
