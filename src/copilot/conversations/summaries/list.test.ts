import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../../test/support/people.ts';
import { givenConversationExamples } from '../fixtures.ts';
import { deleteSummariesOver } from './store.ts';

test('summaries belong to their owner, open to their turns, and go when a turn of theirs is erased', async () => {
  const nima = await aNima();
  await givenConversationExamples(nima.context());
  const conversation_id = '00000000-0000-4000-8000-0000000000c1';
  const { summaries } = await nima.call('conversations.summaries.list', { conversation_id });
  expect(summaries).toMatchObject([{ made_by: 'quotation', trust: 'derived' }]);
  const opened = await nima.call('conversations.summaries.get', { id: summaries[0].id });
  expect(opened.turns.map(({ content }: { content: string }) => content)).toEqual([
    'Shall we fly to Lisbon in May?',
    'May is mild there.',
  ]);
  const other = await aSecondOwner(nima);
  for (const call of [
    nima.call('conversations.summaries.list', { conversation_id }, other),
    nima.call('conversations.summaries.get', { id: summaries[0].id }, other),
  ]) {
    expect(await failureOf(call)).toMatchObject({ kind: 'not_found' });
  }
  expect(await deleteSummariesOver(nima.owner.owner, nima.db, [opened.turn_ids[1]])).toBe(1);
  expect((await nima.call('conversations.summaries.list', { conversation_id })).summaries).toEqual([]);
});
