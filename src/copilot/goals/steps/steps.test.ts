import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { asAgent, failureOf } from '../../../../test/support/people.ts';
import type { Step } from './step.ts';

async function aPlace(milestones: string[] = []): Promise<{ nima: TestNima; clock: FakeClock; id: string }> {
  const clock = new FakeClock();
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: 'UTC' });
  const { id } = await nima.call('goals.create', { title: 'Deploy nima to production', milestones });
  return { nima, clock, id };
}
/** Without what the shipped packs say, which changes with them. */
const stepsOf = async (nima: TestNima, id: string): Promise<Step[]> =>
  (await nima.call('goals.suggestions', { id })).suggestions.filter(({ kind }: Step) => kind !== 'knowledge');
const ofKind = async (nima: TestNima, id: string, kind: string) =>
  (await stepsOf(nima, id)).filter((step) => step.kind === kind);

describe('the next step', () => {
  test('is the next open milestone, and after a week of silence its smallest part', async () => {
    const { nima, clock, id } = await aPlace(['Chart', 'Alarm']);
    expect((await stepsOf(nima, id))[0]).toMatchObject({
      text: 'Work on "Chart"',
      because: 'It is the next open milestone of "Deploy nima to production": 0 of 2 are done.',
      sources: [{ type: 'milestone', text: 'Chart' }],
    });
    await clock.advance('9 days');
    expect((await stepsOf(nima, id))[0]).toMatchObject({
      text: 'Do the smallest next step: Chart',
      because: 'Nothing happened for "Deploy nima to production" for 9 days.',
    });
  });

  test('knows what memory knows of it, with its source', async () => {
    const { nima, id } = await aPlace(['Chart']);
    const fact = await nima.call('memory.facts.create', { fact: 'I deploy to production with GitOps only' });
    await nima.call('memory.facts.create', { fact: 'I take my tea without milk' });
    expect(await ofKind(nima, id, 'memory')).toMatchObject([
      {
        text: 'Keep to what you know: I deploy to production with GitOps only',
        sources: [{ type: 'fact', id: fact.id }],
      },
    ]);
  });

  test('learns from a completed goal that was alike: its steps, and how long they took', async () => {
    const { nima, clock, id } = await aPlace(['Chart']);
    const old = await nima.call('goals.create', {
      title: 'Deploy swimTO to production',
      milestones: ['Write the chart', 'Set up alarms'],
    });
    await clock.advance('4 days');
    await nima.call('goals.milestones.complete', { id: old.milestones[0].id });
    await clock.advance('6 days');
    await nima.call('goals.milestones.complete', { id: old.milestones[1].id });
    await nima.call('goals.update', { id: old.id, status: 'completed' });
    const [lesson] = await ofKind(nima, id, 'lesson');
    expect(lesson).toMatchObject({
      text: 'Plan "Set up alarms"',
      because: '"Deploy swimTO to production" had this step; it took 6 days.',
      milestone: 'Set up alarms',
    });
    const decision = await nima.call('goals.steps.accept', { id: lesson?.id });
    expect(decision).toMatchObject({ verdict: 'accepted', made: { type: 'milestone' } });
    const titles = async () =>
      (await nima.call('goals.get', { id })).milestones.map(({ title }: { title: string }) => title);
    expect(await titles()).toEqual(['Chart', 'Set up alarms']);
    await nima.call('goals.steps.restore', { id: decision.id });
    expect(await titles()).toEqual(['Chart']);
    // A goal that is no longer completed teaches nothing any more.
    await nima.call('goals.restore', { id: old.id });
    expect(await ofKind(nima, id, 'lesson')).toEqual([]);
  });

  test('over all goals puts what presses first', async () => {
    const { nima } = await aPlace(['Chart']);
    const done = await nima.call('goals.create', { title: 'Learn Rust' });
    await nima.call('goals.update', { id: done.id, progress: 1 });
    const { steps } = await nima.call('goals.steps.list');
    expect(steps.map(({ text }: Step) => text)).toEqual(['Mark "Learn Rust" completed', 'Work on "Chart"']);
  });

  test('is none for a goal that is paused or completed', async () => {
    const { nima, id } = await aPlace(['Chart']);
    for (const status of ['paused', 'completed']) {
      await nima.call('goals.update', { id, status });
      expect(await stepsOf(nima, id)).toEqual([]);
    }
  });
});

describe('a step that is declined', () => {
  test('does not come again, and its kind counts less, until that is taken back', async () => {
    const { nima, id } = await aPlace(['Chart']);
    const [step] = await stepsOf(nima, id);
    const decision = await nima.call('goals.steps.decline', { id: step?.id });
    expect(await stepsOf(nima, id)).toEqual([]);
    expect((await failureOf(nima.call('goals.steps.accept', { id: step?.id }))).code).toBe('step_unknown');
    const { weights, decisions } = await nima.call('goals.steps.weights');
    expect(weights.find(({ kind }: { kind: string }) => kind === 'milestone')).toEqual({
      kind: 'milestone',
      accepted: 0,
      declined: 1,
      weight: 0.667,
    });
    expect(decisions).toMatchObject([{ id: decision.id, text: 'Work on "Chart"' }]);
    await nima.call('goals.steps.restore', { id: decision.id });
    expect(await stepsOf(nima, id)).toMatchObject([{ id: step?.id, score: step?.score }]);
  });

  test('of several kinds changes the order of what is suggested; a reset brings it back', async () => {
    const { nima, id } = await aPlace();
    await nima.call('memory.facts.create', { fact: 'Deploy to production with GitOps only' });
    const kinds = async () => (await stepsOf(nima, id)).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['plan', 'memory']);
    for (const title of ['Learn Rust', 'Plant trees', 'Read papers']) {
      const other = await nima.call('goals.create', { title });
      const [plan] = await ofKind(nima, other.id, 'plan');
      await nima.call('goals.steps.decline', { id: plan?.id });
    }
    expect(await kinds()).toEqual(['memory', 'plan']);
    expect(await nima.call('goals.steps.reset')).toEqual({ forgotten: 3 });
    expect(await kinds()).toEqual(['plan', 'memory']);
  });
});

test('a step that names a task becomes that task, for its goal', async () => {
  const { nima, id } = await aPlace(['Execute cli commands']);
  const [step] = await stepsOf(nima, id);
  expect(step).toMatchObject({ kind: 'milestone', action: { type: 'cli', action: 'commands', params: {} } });
  const asAssistant = await failureOf(nima.call('goals.steps.accept', { id: step?.id }, asAgent(nima.owner)));
  expect(asAssistant.message).toContain('This suggestion is the task cli commands. Call tasks.execute');
  const decision = await nima.call('goals.steps.accept', { id: step?.id });
  expect(decision.made).toMatchObject({ type: 'task' });
  const task = await nima.call('tasks.get', { id: decision.made.id });
  expect(task).toMatchObject({ type: 'cli', action: 'commands', goal_id: id });
});

test('a declined suggestion is a lesson: taken back there, it is suggested again', async () => {
  const nima = await aNima();
  const goal = await nima.call('goals.create', { title: 'Deploy nima to production' });
  const idsOf = async () =>
    (await nima.call('goals.suggestions', { id: goal.id })).suggestions.map(({ id }: { id: string }) => id);
  const [first] = await idsOf();
  const decision = await nima.call('goals.steps.decline', { id: first });
  const { lessons } = await nima.call('learning.lessons.list', { subject: 'goals.suggestions' });
  expect(lessons).toMatchObject([{ id: decision.id, kind: 'declined', about: 'plan', said: decision.text }]);
  expect(await idsOf()).not.toContain(first);
  await nima.call('learning.lessons.remove', { id: decision.id });
  expect(await idsOf()).toContain(first);
  await nima.call('learning.lessons.restore', { id: decision.id });
  expect(await idsOf()).not.toContain(first);
});
