import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { aNimaWithModel } from '../../../../test/support/scripted-model.ts';
import { ideasIn } from './from-model.ts';

const IDEA = {
  text: 'Write down how to roll back',
  because: 'The first deploy will fail once',
  milestone: 'Rollback plan',
};

test('what a model suggests stands beside the rest, says so, and becomes a milestone when it is accepted', async () => {
  const { nima, model } = await aNimaWithModel();
  const goal = await nima.call('goals.create', { title: 'Deploy nima to production', milestones: ['Helm chart'] });
  model.script({
    text: `Here you are: ${JSON.stringify({ steps: [IDEA, { ...IDEA, milestone: 'The Helm chart' }] })}`,
  });
  const { steps } = await nima.call('goals.steps.ask', { goal_id: goal.id });
  const found = steps.filter(({ kind }: { kind: string }) => kind === 'model');
  expect(found).toMatchObject([
    { text: 'Write down how to roll back', because: 'The first deploy will fail once (A model suggests it.)' },
  ]);
  await nima.call('goals.steps.accept', { id: found[0].id });
  const { milestones } = await nima.call('goals.get', { id: goal.id });
  expect(milestones.map(({ title }: { title: string }) => title)).toEqual(['Helm chart', 'Rollback plan']);
});

test('the offline model suggests nothing of its own, and Nima still suggests', async () => {
  const nima = await aNima();
  const goal = await nima.call('goals.create', { title: 'Deploy nima to production' });
  const { steps } = await nima.call('goals.steps.ask', { goal_id: goal.id });
  const kinds = steps.map(({ kind }: { kind: string }) => kind);
  expect(kinds).not.toContain('model');
  expect(kinds).toContain('plan');
});

test.each([
  '',
  'no idea',
  '{"steps": "many"}',
  '{"steps": [{"text": 7}]}',
  '{"steps": [',
  '{"other": []}',
])('an answer that is not what was asked for gives nothing: %s', (answer) => expect(ideasIn(answer, [])).toEqual([]));
