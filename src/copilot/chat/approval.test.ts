import { expect, test } from 'vitest';
import { ForwardClock } from '../../../test/support/clock.ts';
import { collect, type TestNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { aNimaWithModel, lastAsked, say } from '../../../test/support/scripted-model.ts';
import type { StubServer } from '../../../test/support/stub-server.ts';
import { until } from '../../../test/support/until.ts';
import type { Turn } from '../conversations/index.ts';

interface Waiting {
  readonly nima: TestNima;
  readonly model: StubServer;
  readonly factIds: readonly string[];
  readonly answer: { turn_id: string; conversation_id: string; calls: Turn['metadata']['calls']; status: string };
}

/** A model that wants to forget `count` facts, and waits for the owner. */
async function aForgettingModel(count = 1): Promise<Waiting> {
  const { nima, model } = await aNimaWithModel({ isRunning: true });
  const factIds: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    factIds.push((await nima.call('memory.facts.create', { fact: `Old fact ${n}` })).id);
  }
  model.script({ calls: factIds.map((id) => ({ name: 'memory_facts_remove', input: { id } })) });
  return { nima, model, factIds, answer: await nima.call('chat.send', say('Clean up my memory')) };
}

async function turnOf({ nima, answer }: Waiting): Promise<Turn> {
  const { messages } = await nima.call('conversations.get', { id: answer.conversation_id });
  return messages.find(({ id }: Turn) => id === answer.turn_id);
}
const whenStatus = (waiting: Waiting, status: string): Promise<Turn> =>
  until(async () => {
    const turn = await turnOf(waiting);
    return turn.status === status ? turn : null;
  }, `status ${status}`);

test('reads and what can be taken back run at once, and the model sees what came of them', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script(
    { calls: [{ name: 'memory_facts_create', input: { fact: 'Tea at four' } }] },
    {
      calls: [
        { name: 'memory_facts_list', input: {} },
        { name: 'no_such_tool', input: {} },
      ],
    },
    { text: 'Noted.' },
  );
  const answer = await nima.call('chat.send', say('Remember: tea at four'));
  expect(answer).toMatchObject({ status: 'complete', response: 'Noted.' });
  expect(answer.calls).toMatchObject([
    { operation: 'memory.facts.create', state: 'done', undo: 'memory.facts.remove', result: { fact: 'Tea at four' } },
    { operation: 'memory.facts.list', state: 'done', result: { total: 1 } },
    { operation: 'no_such_tool', state: 'failed', result: { error: { code: 'tool_unknown' } } },
  ]);
  expect(new Set(answer.calls.map(({ call_id }: { call_id: string }) => call_id)).size).toBe(3);
  expect(JSON.stringify(lastAsked(model))).toContain('Tea at four');
});

test('a call that cannot be undone waits as a card, and nothing has happened', async () => {
  const waiting = await aForgettingModel();
  const { nima, answer, factIds } = waiting;
  expect(answer).toMatchObject({
    status: 'asks',
    calls: [{ state: 'asks', preview: 'Forget: Old fact 1', arguments: { id: factIds[0] }, result: null }],
  });
  const { approvals } = await nima.call('approvals.list');
  expect(approvals).toMatchObject([{ id: answer.calls?.[0]?.approval_id, place: answer.turn_id }]);
  expect(await nima.call('memory.facts.get', { id: factIds[0] })).toHaveProperty('removed_at', null);
});

test('a yes runs exactly that call and the answer goes on in the same turn and stream', async () => {
  const waiting = await aForgettingModel();
  const { nima, model, answer, factIds } = waiting;
  model.script({ text: 'Forgotten.' });
  const following = nima.call('chat.resume', { id: answer.turn_id }).then(collect);
  await nima.call('approvals.approve', { id: answer.calls?.[0]?.approval_id });
  const turn = await whenStatus(waiting, 'complete');
  expect(turn.content).toMatch(/Forgotten\.$/);
  expect(turn.metadata.calls).toMatchObject([{ state: 'done', result: { id: factIds[0] } }]);
  expect(await nima.call('memory.facts.get', { id: factIds[0] })).not.toHaveProperty('removed_at', null);
  const events = await following;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)).toMatchObject({ type: 'turn.ended', status: 'complete' });
  const used = (await nima.call('approvals.list', { open: false })).approvals;
  expect(used).toMatchObject([{ state: 'used' }]);
});

test('a no is told to the model with its reason, and nothing is done', async () => {
  const waiting = await aForgettingModel();
  const { nima, model, answer, factIds } = waiting;
  model.script({ text: 'As you wish.' });
  await nima.call('approvals.deny', { id: answer.calls?.[0]?.approval_id, reason: 'It is still true' });
  const turn = await whenStatus(waiting, 'complete');
  expect(turn.metadata.calls).toMatchObject([{ state: 'denied', result: { reason: 'It is still true' } }]);
  expect(JSON.stringify(lastAsked(model))).toContain('It is still true');
  expect(await nima.call('memory.facts.get', { id: factIds[0] })).toHaveProperty('removed_at', null);
});

test('of three calls each gets its own decision, however fast they come', async () => {
  const waiting = await aForgettingModel(3);
  const { nima, model, answer, factIds } = waiting;
  model.script({ text: 'Done as told.' });
  const [first, second, third] = (answer.calls ?? []).map(({ approval_id }) => approval_id);
  await Promise.all([
    nima.call('approvals.approve', { id: first }),
    nima.call('approvals.deny', { id: second }),
    nima.call('approvals.approve', { id: third }),
  ]);
  const turn = await whenStatus(waiting, 'complete');
  expect(turn.metadata.calls?.map(({ state }) => state)).toEqual(['done', 'denied', 'done']);
  const kept = (await nima.call('memory.facts.list')).facts.map(({ id }: { id: string }) => id);
  expect(kept).toEqual([factIds[1]]);
});

test('a question nobody answered is over after five minutes; the next message goes on without it', async () => {
  const clock = new ForwardClock();
  const { nima, model } = await aNimaWithModel({ clock });
  const { id } = await nima.call('memory.facts.create', { fact: 'Old fact' });
  model.script({ calls: [{ name: 'memory_facts_remove', input: { id } }] });
  const answer = await nima.call('chat.send', say('Clean up'));
  clock.putForward('5 minutes');
  const events = await collect(await nima.call('chat.resume', { id: answer.turn_id }));
  expect(events.at(-1)).toMatchObject({ type: 'turn.ended', status: 'asks' });
  expect(await failureOf(nima.call('approvals.approve', { id: answer.calls[0].approval_id }))).toMatchObject({
    code: 'approval_over',
    details: { state: 'expired' },
  });
  model.script({ text: 'Then not.' });
  const { conversation_id } = answer;
  expect(await nima.call('chat.send', say('Never mind', { conversation_id }))).toHaveProperty('response', 'Then not.');
  expect(JSON.stringify(lastAsked(model))).toContain('has not approved');
  expect(await nima.call('memory.facts.get', { id })).toHaveProperty('removed_at', null);
});

test('a model that only ever calls tools is stopped after eight steps', async () => {
  const { nima, model } = await aNimaWithModel();
  for (let n = 0; n < 9; n += 1) model.script({ calls: [{ name: 'memory_facts_list', input: { limit: n + 1 } }] });
  const failure = await nima.call('chat.send', say('Look')).catch((thrown) => thrown);
  expect(failure).toMatchObject({ kind: 'limit', code: 'steps_exhausted' });
  const { messages } = await nima.call('conversations.get', { id: failure.details.conversation_id });
  expect(messages[1].metadata.calls).toHaveLength(8);
});
