import { expect, test } from 'vitest';
import { aSmallHouse, OWNER } from '../../../test/support/small-house.ts';
import { createToolbox } from './toolbox.ts';

const { signal } = new AbortController();
const aCall = (name: string, input: Record<string, unknown> = {}) => ({ id: 'c1', name, input });

test('a model is offered what chat offers, and no streams', () => {
  const tools = createToolbox(aSmallHouse().host).tools();
  expect(tools.map(({ name }) => name)).toEqual([
    'notes_list',
    'notes_get',
    'notes_create',
    'notes_update',
    'notes_remove',
    'notes_break',
  ]);
  expect(tools[2]).toMatchObject({
    operation: 'notes.create',
    effect: 'write',
    description: 'Write a note. For example: "note that the kettle is new".',
    inputSchema: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } },
  });
});

test('a call runs as an agent of its owner, in the turn it belongs to', async () => {
  const { host, actors } = aSmallHouse();
  const actor = { ...OWNER, place: 'turn-1' };
  const outcome = await createToolbox(host).execute(actor, aCall('notes_create', { text: 'tea' }), signal);
  expect(outcome).toMatchObject({ state: 'done', output: { id: 'n1', text: 'tea' }, undo: 'notes.remove' });
  expect(actors).toEqual([{ ...actor, kind: 'agent', face: 'chat' }]);
});

test('what cannot be undone asks first', async () => {
  const outcome = await createToolbox(aSmallHouse().host).execute(OWNER, aCall('notes_remove', { id: 'n1' }), signal);
  expect(outcome).toEqual({
    state: 'asks',
    approvalId: 'a1',
    preview: 'Remove note n1.',
    expiresAt: '2026-03-02T09:05:00.000Z',
  });
});

test.each([
  ['notes_get', { id: 'n9' }, { kind: 'not_found', code: 'note_unknown' }],
  ['notes_create', {}, { kind: 'invalid', code: 'invalid_input' }],
  ['notes_break', {}, { kind: 'internal' }],
  ['notes_export', {}, { kind: 'not_found', code: 'tool_unknown' }],
])('%s with %o fails in words and never throws', async (name, input, failure) => {
  const outcome = await createToolbox(aSmallHouse().host).execute(OWNER, aCall(name, input), signal);
  expect(outcome).toMatchObject({ state: 'failed', failure });
});

test('permissions of the owner bind the agent', async () => {
  const reader = { ...OWNER, permissions: ['notes:read'] };
  const outcome = await createToolbox(aSmallHouse().host).execute(reader, aCall('notes_create', { text: 'x' }), signal);
  expect(outcome).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
});
