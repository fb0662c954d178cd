import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';

const node = (id: string, parent: string | null, role: string, text: string) => ({
  [id]: {
    id,
    parent,
    children: [],
    message: { author: { role }, create_time: 1_709_654_400, content: { content_type: 'text', parts: [text] } },
  },
});
const CHATGPT = JSON.stringify([
  {
    title: 'Boats',
    current_node: 'c',
    mapping: {
      root: { id: 'root', parent: null, message: null },
      ...node('s', 'root', 'system', 'You are helpful'),
      ...node('a', 's', 'user', 'Which boat suits a lake?'),
      ...node('b', 'a', 'assistant', 'A dinghy.'),
      ...node('c', 'a', 'assistant', 'A canoe.'),
    },
  },
]);
const FILES = {
  mem0: JSON.stringify({
    count: 1,
    results: [{ id: 'm1', memory: 'Dev works at TechCorp', created_at: '2025-01-02T03:04:05Z' }],
  }),
  'mcp-memory': [
    JSON.stringify({ type: 'entity', name: 'default_user', entityType: 'person', observations: ['Plays the cello'] }),
    JSON.stringify({ type: 'entity', name: 'Kite_Server', entityType: 'machine', observations: ['runs Debian'] }),
    JSON.stringify({ type: 'relation', from: 'Ana', to: 'Acme', relationType: 'works_at' }),
  ].join('\n'),
  'chatgpt-memories': JSON.stringify({
    memories: [{ content: 'Is learning Finnish', created_at: '2025-05-05T00:00:00Z' }],
  }),
  markdown: '# Preferences\n\n- **Tea**: green, no sugar\n- Uses a split keyboard\n\n```sh\nrm -rf /\n```\n',
};
const EXPECTED: Record<string, string[]> = {
  mem0: ['Dev works at TechCorp'],
  'mcp-memory': ['Ana works at Acme', 'Kite Server runs Debian', 'Plays the cello'],
  'chatgpt-memories': ['Is learning Finnish'],
  markdown: ['Tea: green, no sugar', 'Uses a split keyboard'],
};

test.each(
  Object.entries(FILES),
)('facts of a %s file come in as imported, once, and go together', async (format, text) => {
  const nima = await aNima();
  const looked = await nima.call('memory.import', { text, only_look: true });
  expect(looked).toMatchObject({ format, id: null, facts: EXPECTED[format]?.length });
  const first = await nima.call('memory.import', { text });
  const { facts } = await nima.call('memory.facts.list');
  expect(facts.map(({ fact }: { fact: string }) => fact).sort()).toEqual(EXPECTED[format]);
  expect(new Set(facts.map(({ trust }: { trust: string }) => trust))).toEqual(new Set(['imported']));
  expect(await nima.call('memory.import', { text })).toMatchObject({
    id: null,
    facts: 0,
    known: EXPECTED[format]?.length,
  });
  await nima.call('memory.imports.remove', { id: first.id });
  expect((await nima.call('memory.facts.list')).total).toBe(0);
});

test('talks of ChatGPT become conversations with all their branches', async () => {
  const nima = await aNima();
  const { id } = await nima.call('memory.import', { text: CHATGPT });
  const { conversations } = await nima.call('conversations.list');
  expect(conversations).toMatchObject([{ title: 'Boats' }]);
  expect(JSON.stringify(await nima.call('conversations.get', { id: conversations[0].id }))).toContain('A canoe.');
  expect(await nima.call('memory.import', { text: CHATGPT })).toMatchObject({ conversations: 0, known: 1 });
  await nima.call('memory.imports.remove', { id });
  expect((await nima.call('conversations.list')).conversations).toEqual([]);
});

test('Hermes parts its memory by § and OpenClaw names its notes by day', async () => {
  const nima = await aNima();
  const hermes = 'Runs a homelab with four boards\n§\nLikes short answers\n§\nThe password is hunter22\n';
  expect(await nima.call('memory.import', { text: hermes, name: 'USER.md' })).toMatchObject({ facts: 2, refused: 1 });
  await nima.call('memory.import', { text: '- Bought a kayak', name: 'memory/2026-01-15.md' });
  const { facts } = await nima.call('memory.facts.list', { query: 'kayak' });
  expect(facts[0].created_at).toBe('2026-01-15T12:00:00.000Z');
});

test('a broken file says where, and an unknown one what is read', async () => {
  const nima = await aNima();
  const broken = '{"type":"entity","name":"A","observations":[]}\n{"type":"entity",,}\n';
  expect(await failureOf(nima.call('memory.import', { text: broken }))).toMatchObject({
    code: 'file_broken',
    details: { line: 2 },
  });
  expect(await failureOf(nima.call('memory.import', { text: '{"x":1}' }))).toMatchObject({ code: 'format_unknown' });
});
