import { describe, expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { asAgent } from '../../../../test/support/people.ts';
import { say } from '../../../../test/support/scripted-model.ts';
import { readProgress } from './progress.ts';

async function aPlace(): Promise<{
  nima: TestNima;
  id: string;
  tell(text: string): Promise<void>;
  progress(): Promise<number>;
}> {
  const nima = await aNima();
  const { id } = await nima.call('goals.create', {
    title: 'Deploy nima to production',
    milestones: ['Memory engine', 'Helm chart'],
  });
  return {
    nima,
    id,
    async tell(text) {
      await nima.call('chat.send', say(text));
      await nima.settle();
      await nima.settle();
    },
    progress: async () => (await nima.call('goals.get', { id })).progress,
  };
}

describe('what the owner says in chat', () => {
  test('moves the goal, with a link to the turn and the words', async () => {
    const { nima, id, tell, progress } = await aPlace();
    await tell('Good morning. I finished the memory engine, but the chart will take another week.');
    expect(await progress()).toBe(0.5);
    const { progress_because, milestones } = await nima.call('goals.get', { id });
    expect(progress_because).toMatchObject([
      {
        kind: 'turn',
        text: 'You said that "Memory engine" is done',
        adds: 0.5,
        source: { type: 'turn', quote: 'I finished the memory engine' },
      },
    ]);
    expect(milestones[0]).toMatchObject({ title: 'Memory engine', status: 'done' });
    const [{ source }] = progress_because;
    const found = await nima.call('conversations.get', { id: source.conversation_id });
    expect(found.messages.map(({ id: turn }: { id: string }) => turn)).toContain(source.id);
  });

  test('counts once, and what was taken back does not come again', async () => {
    const { nima, id, tell, progress } = await aPlace();
    await tell("I'm halfway through the memory engine");
    expect(await progress()).toBe(0.25);
    const [piece] = (await nima.call('goals.evidence.list', { goal_id: id })).evidence;
    const { messages } = await nima.call('conversations.get', { id: piece.source.conversation_id });
    await nima.call('goals.evidence.remove', { id: piece.id });
    await readProgress.run(nima.context(), {
      owner: nima.owner.owner,
      turn_id: messages[1].id,
      user_turn_id: messages[0].id,
    });
    expect(await progress()).toBe(0);
  });

  test('of the whole goal is taken as done, though only its owner completes it', async () => {
    const { nima, id, tell } = await aPlace();
    await tell('I deployed nima to production yesterday');
    expect(await nima.call('goals.get', { id })).toMatchObject({ status: 'active', progress: 1 });
    const { suggestions } = await nima.call('goals.suggestions', { id });
    expect(suggestions[0]).toMatchObject({ kind: 'complete', text: 'Mark "Deploy nima to production" completed' });
    await nima.call('goals.steps.accept', { id: suggestions[0].id });
    expect(await nima.call('goals.get', { id })).toMatchObject({ status: 'completed', progress: 1 });
  });

  test.each([
    'I did not finish the memory engine',
    'Will I ever finish the memory engine?',
    'Ana said: I finished the memory engine',
    '> I finished the memory engine',
    '```\nI finished the memory engine\n```',
    'Translate this: I finished the memory engine',
  ])('does not move it by: %s', async (text) => {
    const { tell, progress } = await aPlace();
    await tell(text);
    expect(await progress()).toBe(0);
  });

  test('in a conversation that is removed leaves no words behind', async () => {
    const { nima, id, tell } = await aPlace();
    await tell('Good morning. I finished the memory engine, but the chart will take another week.');
    const [piece] = (await nima.call('goals.evidence.list', { goal_id: id })).evidence;
    await nima.call('conversations.remove', { id: piece.source.conversation_id });
    await nima.settle();
    await nima.settle();
    const rows = await nima.db.kysely.selectFrom('goal_evidence').selectAll().execute();
    expect(rows).toMatchObject([{ quote: null, conversation_id: null, share: 1 }]);
  });

  test('is not counted twice when it was already told to goals', async () => {
    const { nima, id, tell } = await aPlace();
    await tell('mark the milestone memory engine done');
    expect((await nima.call('goals.evidence.list', { goal_id: id })).evidence).toMatchObject([{ kind: 'milestone' }]);
    const agent = asAgent(nima.owner);
    expect((await nima.call('goals.get', { id }, agent)).progress).toBe(0.5);
  });
});
