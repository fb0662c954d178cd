import { expect, test } from 'vitest';
import { aNima, collect, type TestNima } from '../../../../test/support/nima.ts';
import { asAgent, failureOf } from '../../../../test/support/people.ts';
import { aNimaWithModel, say } from '../../../../test/support/scripted-model.ts';
import { until } from '../../../../test/support/until.ts';
import type { Turn } from '../../conversations/index.ts';
import { interruptAnswer } from './interrupt.ts';
import { recoverAnswers } from './recover.ts';

/** An answer as `kill -9` leaves it: the turn generating, its stream cut off, nobody at work. Times are a while ago. */
async function aKilledAnswer(nima: TestNima): Promise<{ turnId: string; conversationId: string; text: string }> {
  const answer = await nima.call('chat.send', say('Hello'));
  const { kysely } = nima.db;
  const longAgo = Date.now() - 120_000;
  await kysely
    .updateTable('turns')
    .set({ status: 'generating', content: '', updated_at: longAgo })
    .where('id', '=', answer.turn_id)
    .execute();
  await kysely.updateTable('streams').set({ ended_at: null, alive_at: longAgo }).execute();
  const last = await kysely
    .selectFrom('stream_events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  await kysely.deleteFrom('stream_events').where('seq', '=', Number(last.seq)).execute();
  return { turnId: answer.turn_id, conversationId: answer.conversation_id, text: answer.response };
}
const turnOf = async ({ call }: TestNima, conversationId: string): Promise<Turn> =>
  (await call('conversations.get', { id: conversationId })).messages.at(-1);
async function recover(nima: TestNima): Promise<void> {
  await recoverAnswers.run(nima.context({ ...nima.owner, kind: 'system', owner: '' }), {});
  await nima.settle();
}

test('an answer cut short by a kill becomes interrupted, with all that readers had seen', async () => {
  const nima = await aNima();
  const { turnId, conversationId, text } = await aKilledAnswer(nima);
  const refused = await failureOf(nima.call('chat.send', say('Still there?', { conversation_id: conversationId })));
  expect(refused.code).toBe('answer_in_progress');
  await recover(nima);
  expect(await turnOf(nima, conversationId)).toMatchObject({
    id: turnId,
    status: 'interrupted',
    content: text,
    metadata: { error: { code: 'answer_interrupted' } },
  });
  const events = await collect(await nima.call('chat.resume', { id: turnId }));
  expect(events.at(-1)).toMatchObject({ type: 'turn.ended', status: 'interrupted', response: text });
  expect(await nima.call('chat.send', say('And now?', { conversation_id: conversationId }))).toHaveProperty('response');
});

test('an answer somebody still writes is left alone, however long its model thinks', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script({ hangs: true, after: 'Hm, ' });
  const stream = (await nima.call('chat.stream', say('Think hard')))[Symbol.asyncIterator]();
  const { value: started } = await stream.next();
  await nima.db.kysely.updateTable('turns').set({ updated_at: 0 }).where('id', '=', started.turn_id).execute();
  await recover(nima);
  expect(await turnOf(nima, started.conversation_id)).toHaveProperty('status', 'generating');
  await nima.call('chat.stop', { id: started.turn_id });
  await until(async () => (await stream.next()).done);
});

test('the same turn twice is ended once', async () => {
  const nima = await aNima();
  const { turnId, conversationId } = await aKilledAnswer(nima);
  await recover(nima);
  const before = await turnOf(nima, conversationId);
  await interruptAnswer.run(nima.context(asAgent(nima.owner)), { owner: nima.owner.owner, id: turnId });
  expect(await turnOf(nima, conversationId)).toEqual(before);
});

test('a Nima that shuts down in order ends its answers before it goes', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script({ hangs: true, after: 'As I was say' });
  const seen: { type: string }[] = [];
  // The database closes under the reader right after, which ends its reading too.
  const reading = (async () => {
    for await (const event of await nima.call('chat.stream', say('Tell me'))) seen.push(event);
  })().catch(() => undefined);
  await until(() => model.requests.some(({ path }) => path.endsWith('completions')));
  await nima.close();
  await reading;
  expect(seen.at(-1)).toMatchObject({
    type: 'turn.ended',
    status: 'interrupted',
    error: { code: 'answer_interrupted' },
  });
});
