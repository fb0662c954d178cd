import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../test/support/people.ts';

/** Monday 2 March 2026, 9:00 UTC. */
async function aPlace(zone = 'UTC'): Promise<{ nima: TestNima; clock: FakeClock }> {
  const clock = new FakeClock();
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: zone });
  return { nima, clock };
}
const DEPLOY = { title: 'Deploy nima to production', description: 'Get nima running on ElderTree cluster' };

describe('a goal', () => {
  test('is set as in the seed: title, description, a date as deadline', async () => {
    const { nima } = await aPlace('America/Toronto');
    const response = await nima.request('/v1/goals', { json: { ...DEPLOY, deadline: '2026-12-31' } });
    const goal = (await response.json()) as { id: string };
    expect([response.status, goal]).toMatchObject([
      200,
      {
        ...DEPLOY,
        status: 'active',
        deadline: '2026-12-31',
        deadline_at: '2027-01-01T04:59:59.999Z',
        progress: 0,
        milestones: [],
      },
    ]);
    const next = await nima.request(`/v1/goals/${goal.id}/suggestions`);
    expect(await next.json()).toHaveProperty(
      'suggestions.0',
      expect.objectContaining({
        text: 'Split "Deploy nima to production" into three to five milestones',
        because: 'It has none yet, so its progress can only be stated.',
      }),
    );
  });

  test('is not set twice, not for the past, and not without words', async () => {
    const { nima } = await aPlace('Europe/Lisbon');
    await nima.call('goals.create', DEPLOY);
    const again = await failureOf(nima.call('goals.create', { title: ' deploy NIMA to  production' }));
    expect(again.message).toBe('You already have this goal: "Deploy nima to production".');
    const past = await failureOf(nima.call('goals.create', { title: 'Learn Rust', deadline: '2026-03-01' }));
    expect([past.code, past.message]).toEqual([
      'goal_deadline_past',
      'That deadline is past: Sun 1 Mar 2026 (Europe/Lisbon). Give one that is still to come.',
    ]);
    // Today still has hours left.
    expect(await nima.call('goals.create', { title: 'Learn Rust', deadline: '2026-03-02' })).toMatchObject({
      progress: 0,
    });
    expect((await failureOf(nima.call('goals.create', { title: '  ' }))).message).toContain('Say what the goal is.');
    const wrong = await failureOf(nima.call('goals.create', { title: 'x', deadline: '31 December' }));
    expect(wrong.message).toContain('Give the deadline as a date (2030-12-31)');
  });

  test('may be moved into the future, not into the past; an old deadline does not keep it from changing', async () => {
    const { nima, clock } = await aPlace();
    const { id } = await nima.call('goals.create', { ...DEPLOY, deadline: '2026-03-05' });
    await clock.advance('10 days');
    expect(await nima.call('goals.update', { id, description: 'late' })).toMatchObject({ deadline: '2026-03-05' });
    expect((await failureOf(nima.call('goals.update', { id, deadline: '2026-03-11' }))).code).toBe(
      'goal_deadline_past',
    );
    expect(await nima.call('goals.update', { id, deadline: '2026-04-01' })).toMatchObject({ deadline: '2026-04-01' });
    expect(await nima.call('goals.update', { id, deadline: null })).toMatchObject({
      deadline: null,
      deadline_at: null,
    });
  });

  test('never waits for itself, not even through others', async () => {
    const { nima } = await aPlace();
    const a = await nima.call('goals.create', { title: 'Cluster runs' });
    const b = await nima.call('goals.create', { title: 'Nima runs', depends_on: [a.id] });
    const c = await nima.call('goals.create', { title: 'Nima is used', depends_on: [b.id] });
    const itself = await failureOf(nima.call('goals.update', { id: a.id, depends_on: [a.id] }));
    expect(itself.message).toBe('A goal cannot wait for itself: Cluster runs → Cluster runs.');
    const round = await failureOf(nima.call('goals.update', { id: a.id, depends_on: [c.id] }));
    expect(round.message).toBe(
      'A goal cannot wait for itself: Cluster runs → Nima is used → Nima runs → Cluster runs.',
    );
    const stranger = await failureOf(nima.call('goals.update', { id: a.id, depends_on: [crypto.randomUUID()] }));
    expect(stranger.code).toBe('goal_dependency_unknown');
    expect((await nima.call('goals.get', { id: c.id })).suggested_actions[0]).toMatchObject({
      kind: 'dependency',
      text: 'First reach "Nima runs"',
    });
  });

  test('keeps to its owner, dependencies included', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    const other = await aSecondOwner(nima);
    expect((await nima.call('goals.list', {}, other)).goals).toEqual([]);
    const failure = await failureOf(nima.call('goals.create', { title: 'Mine', depends_on: [id] }, other));
    expect(failure.code).toBe('goal_dependency_unknown');
  });

  test('is changed and taken back step by step, with the progress that was stated', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    await nima.call('goals.update', { id, status: 'paused', progress: 0.4 });
    expect(await nima.call('goals.restore', { id })).toMatchObject({ status: 'active', progress: 0 });
    expect(await nima.call('goals.restore', { id })).toMatchObject({ status: 'paused', progress: 0.4 });
    await nima.call('goals.remove', { id });
    expect((await failureOf(nima.call('goals.get', { id }))).code).toBe('goal_unknown');
    expect((await nima.call('goals.list', { removed: true })).goals).toMatchObject([{ id }]);
    expect(await nima.call('goals.restore', { id })).toMatchObject({ status: 'paused', progress: 0.4 });
  });

  test('is laid aside, taken up again and completed, each in one call', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    expect(await nima.call('goals.pause', { id })).toMatchObject({ status: 'paused', forecast: { risk: 'paused' } });
    expect(await nima.call('goals.resume', { id })).toMatchObject({ status: 'active', completed_at: null });
    expect(await nima.call('goals.complete', { id })).toMatchObject({ status: 'completed', progress: 1 });
    expect(await nima.call('goals.restore', { id })).toMatchObject({ status: 'active', progress: 0 });
    const failure = await failureOf(nima.call('goals.complete', { id: crypto.randomUUID() }));
    expect([failure.kind, failure.code]).toEqual(['not_found', 'goal_unknown']);
  });

  test('may be told in percent', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    expect(await nima.call('goals.update', { id, progress: 60 })).toMatchObject({ progress: 0.6 });
    expect((await failureOf(nima.call('goals.update', { id, progress: 101 }))).kind).toBe('invalid');
  });

  test('of a removed title may be set anew, and then the old one stays away', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    await nima.call('goals.remove', { id });
    await nima.call('goals.create', DEPLOY);
    expect((await failureOf(nima.call('goals.restore', { id }))).code).toBe('goal_already_there');
  });

  test('is erased with everything that hung on it a month after it was removed', async () => {
    const { nima, clock } = await aPlace();
    const { id } = await nima.call('goals.create', { ...DEPLOY, milestones: ['Chart'] });
    await nima.call('goals.evidence.create', { goal_id: id, text: 'Something was done' });
    await nima.call('goals.remove', { id });
    await clock.advance('31 days');
    const { purgeRemovedGoals } = await import('./jobs/purge.ts');
    await purgeRemovedGoals.run(nima.context(), {});
    for (const table of ['goals', 'goal_milestones', 'goal_evidence', 'goal_versions']) {
      expect([table, await nima.db.kysely.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    }
  });

  test('is changed by an agent freely where that can be taken back, and removed only with consent', async () => {
    const { nima } = await aPlace();
    const agent = asAgent(nima.owner);
    const { id } = await nima.call('goals.create', DEPLOY, agent);
    await nima.call('goals.update', { id, progress: 0.2 }, agent);
    expect((await failureOf(nima.call('goals.remove', { id }, agent))).code).toBe('approval_needed');
  });
});

describe('milestones', () => {
  async function withMilestones() {
    const { nima, clock } = await aPlace();
    const goal = await nima.call('goals.create', { ...DEPLOY, milestones: ['Chart', 'Cluster', 'DNS', 'Alarm'] });
    const [chart, cluster] = goal.milestones.map(({ id }: { id: string }) => id);
    const progress = async () => (await nima.call('goals.get', { id: goal.id })).progress;
    return { nima, clock, goal, chart, cluster, progress };
  }

  test('that are done make progress, explained and undoable', async () => {
    const { nima, goal, chart, progress } = await withMilestones();
    expect(await nima.call('goals.milestones.complete', { id: chart })).toMatchObject({ status: 'done', progress: 1 });
    expect(await progress()).toBe(0.25);
    const { progress_because } = await nima.call('goals.get', { id: goal.id });
    expect(progress_because).toMatchObject([{ kind: 'milestone', text: '"Chart" was marked done', adds: 0.25 }]);
    expect((await failureOf(nima.call('goals.milestones.complete', { id: chart }))).message).toBe(
      '"Chart" is done already.',
    );
    expect(await nima.call('goals.milestones.reopen', { id: chart })).toMatchObject({ status: 'open' });
    expect(await progress()).toBe(0);
    expect((await failureOf(nima.call('goals.milestones.reopen', { id: chart }))).code).toBe('milestone_open');
  });

  test('weigh what they are told to, and count no more when removed', async () => {
    const { nima, chart, progress, cluster } = await withMilestones();
    await nima.call('goals.milestones.complete', { id: chart });
    await nima.call('goals.milestones.update', { id: chart, weight: 3 });
    expect(await progress()).toBe(0.5);
    await nima.call('goals.milestones.restore', { id: chart });
    expect(await progress()).toBe(0.25);
    await nima.call('goals.milestones.remove', { id: cluster });
    expect(await progress()).toBe(0.3333);
    await nima.call('goals.milestones.restore', { id: cluster });
    expect(await progress()).toBe(0.25);
    expect((await nima.call('goals.milestones.list', { status: 'open', query: 'dns' })).milestones).toMatchObject([
      { title: 'DNS', goal_title: DEPLOY.title },
    ]);
  });

  test('of another goal, or none, are refused as evidence', async () => {
    const { nima, chart } = await withMilestones();
    const { id } = await nima.call('goals.create', { title: 'Learn Rust' });
    const about = { goal_id: id, text: 'x', milestone_id: chart };
    expect((await failureOf(nima.call('goals.evidence.create', about))).code).toBe('milestone_unknown');
    const nowhere = { goal_id: crypto.randomUUID(), title: 'x' };
    expect((await failureOf(nima.call('goals.milestones.create', nowhere))).code).toBe('goal_unknown');
  });

  test('are gone with their goal, and back with it', async () => {
    const { nima, goal, chart, progress } = await withMilestones();
    await nima.call('goals.milestones.complete', { id: chart });
    await nima.call('goals.remove', { id: goal.id });
    expect((await failureOf(nima.call('goals.milestones.update', { id: chart, weight: 2 }))).code).toBe(
      'milestone_unknown',
    );
    await nima.call('goals.restore', { id: goal.id });
    expect(await progress()).toBe(0.25);
  });
});

describe('evidence', () => {
  test('noted by hand counts as far as it says, and can be taken back and brought back', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    const piece = await nima.call('goals.evidence.create', {
      goal_id: id,
      text: 'Half of the nodes run it',
      share: 0.5,
    });
    expect((await nima.call('goals.get', { id })).progress).toBe(0.5);
    await nima.call('goals.evidence.remove', { id: piece.id });
    expect((await nima.call('goals.get', { id })).progress).toBe(0);
    expect((await nima.call('goals.evidence.list', { goal_id: id })).evidence).toEqual([]);
    expect((await nima.call('goals.evidence.list', { removed: true })).evidence).toMatchObject([{ id: piece.id }]);
    await nima.call('goals.evidence.restore', { id: piece.id });
    expect((await nima.call('goals.get', { id })).progress).toBe(0.5);
    expect((await failureOf(nima.call('goals.evidence.restore', { id: piece.id }))).code).toBe('evidence_counts');
  });

  test('stated by the owner is the start for what follows', async () => {
    const { nima } = await aPlace();
    const { id, milestones } = await nima.call('goals.create', { ...DEPLOY, milestones: ['a', 'b'] });
    await nima.call('goals.update', { id, progress: 0.4 });
    await nima.call('goals.milestones.complete', { id: milestones[0].id });
    const goal = await nima.call('goals.get', { id });
    expect(goal.progress).toBe(0.7);
    expect(goal.progress_because.map(({ text, adds }: { text: string; adds: number }) => [text, adds])).toEqual([
      ['You set the progress to 40 %', 0.4],
      ['"a" was marked done', 0.3],
    ]);
  });

  test('from a task that served the goal comes once, however often it is told', async () => {
    const { nima } = await aPlace();
    const { id } = await nima.call('goals.create', DEPLOY);
    const { countTask } = await import('./jobs/task.ts');
    const task = { owner: nima.owner.owner, id: crypto.randomUUID(), goal_id: id, title: 'github create_pr: nima' };
    await countTask.run(nima.context(), task);
    await countTask.run(nima.context(), task);
    const goal = await nima.call('goals.get', { id });
    expect(goal.progress).toBe(0.2);
    expect(goal.progress_because).toMatchObject([
      { text: 'Task done: github create_pr: nima', source: { type: 'task', id: task.id } },
    ]);
    await countTask.run(nima.context(), { ...task, goal_id: crypto.randomUUID() });
  });
});
