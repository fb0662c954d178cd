import { describe, expect, test } from 'vitest';
import { ForwardClock } from '../../../test/support/clock.ts';
import { putForward } from '../../../test/support/forward.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../test/support/people.ts';
import { aStage, type Stage } from '../../../test/support/scripted-integration.ts';
import { Failure } from '../../kernel/errors.ts';
import { moveTask } from './store.ts';

async function aTheatre(): Promise<{ nima: TestNima; stage: Stage; clock: ForwardClock }> {
  const stage = aStage();
  const clock = new ForwardClock();
  return { nima: await aNima({ clock, provided: stage.provided }), stage, clock };
}

const ask = (action: string, about: object = {}) => ({ type: 'stage', action, ...about });
const down =
  (details: object = {}) =>
  () => {
    throw new Failure('unavailable', 'The stage is dark.', { code: 'dark', details });
  };

describe('a task', () => {
  test('is answered at once, runs in the background and says what came of it', async () => {
    const { nima, stage } = await aTheatre();
    const task = await nima.call('tasks.execute', ask('send', { params: { text: 'hello' } }));
    expect(task).toMatchObject({ status: 'queued', title: 'stage send: hello', effect: 'spend', attempts: 0 });
    expect(stage.runs).toEqual([]);
    await nima.settle();
    expect(await nima.call('tasks.status', { id: task.id })).toMatchObject({
      status: 'succeeded',
      attempts: 1,
      progress: 1,
      summary: 'Did send',
      result: { text: 'hello' },
      error: null,
    });
  });

  test('of an unknown integration, action or parameter is refused, with what there is', async () => {
    const { nima } = await aTheatre();
    const failing = (input: object) => failureOf(nima.call('tasks.execute', input));
    expect(await failing({ type: 'moon', action: 'land' })).toMatchObject({ code: 'integration_unknown' });
    expect((await failing({ type: 'moon', action: 'land' })).message).toContain('stage');
    expect(await failing(ask('dance'))).toMatchObject({ code: 'action_unknown' });
    expect(await failing(ask('send', { params: { txt: 1 } }))).toMatchObject({
      kind: 'invalid',
      code: 'params_invalid',
    });
    await nima.call('tasks.integrations.update', { id: 'stage', enabled: false });
    expect(await failing(ask('send'))).toMatchObject({ code: 'integration_disabled' });
  });

  test('asked for twice with one key is one task; with other parameters it is a conflict', async () => {
    const { nima, stage } = await aTheatre();
    const request = ask('send', { params: { text: 'a' }, idempotency_key: 'k1' });
    const [first, second] = await Promise.all([
      nima.call('tasks.execute', request),
      nima.call('tasks.execute', request),
    ]);
    expect(second.id).toBe(first.id);
    await nima.settle();
    expect((await nima.call('tasks.execute', request)).status).toBe('succeeded');
    expect(stage.runs).toEqual([{ action: 'send', key: 'k1', attempt: 1 }]);
    const other = ask('send', { params: { text: 'b' }, idempotency_key: 'k1' });
    expect(await failureOf(nima.call('tasks.execute', other))).toMatchObject({ code: 'idempotency_key_reused' });
    const someone = await aSecondOwner(nima);
    expect((await nima.call('tasks.execute', other, someone)).id).not.toBe(first.id);
  });

  test('of one person is nobody else’s', async () => {
    const { nima } = await aTheatre();
    const { id } = await nima.call('tasks.execute', ask('send'));
    const other = await aSecondOwner(nima);
    for (const name of ['tasks.get', 'tasks.status', 'tasks.cancel', 'tasks.retry']) {
      expect(await failureOf(nima.call(name, { id }, other)), name).toMatchObject({ code: 'task_unknown' });
    }
    expect(await nima.call('tasks.list', {}, other)).toEqual({ tasks: [] });
  });

  test('shows no secret in its log, its result, its parameters or its error', async () => {
    const { nima, stage } = await aTheatre();
    const secret = `ghp_${'x'.repeat(36)}`;
    stage.script(
      (work) => {
        work.log(`using ${secret}`);
        return { summary: `Used ${secret}`, data: { header: `Bearer ${secret}`, nested: [{ password: 'hunter22' }] } };
      },
      () => {
        throw new Failure('invalid', `It said ${secret}.`);
      },
    );
    const fine = await nima.call('tasks.execute', ask('send', { params: { text: secret } }));
    const bad = await nima.call('tasks.execute', ask('send'));
    await nima.settle();
    const seen = JSON.stringify([
      await nima.call('tasks.get', { id: fine.id }),
      await nima.call('tasks.get', { id: bad.id }),
    ]);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain('hunter22');
    expect(seen).toContain('using [secret]');
  });
});

describe('a task that fails', () => {
  test('is tried three times, later each time, and then lies dead until somebody retries it', async () => {
    const { nima, stage, clock } = await aTheatre();
    stage.script(down(), down(), down());
    const { id, idempotency_key } = await nima.call('tasks.execute', ask('send'));
    await nima.settle();
    const waiting = await nima.call('tasks.status', { id });
    expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, error: { code: 'dark' } });
    for (let round = 0; round < 2; round += 1) {
      await putForward(nima, clock, '1 hour');
      await nima.settle();
    }
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'dead', attempts: 3, next_try_at: null });
    expect(await nima.call('tasks.history', { status: 'dead' })).toMatchObject({ total: 1 });
    expect(await nima.call('tasks.retry', { id })).toMatchObject({ status: 'queued', attempts: 0 });
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded' });
    expect(new Set(stage.runs.map(({ key }) => key))).toEqual(new Set([idempotency_key]));
    expect(stage.runs).toHaveLength(4);
  });

  test('waits as long as the other side asks', async () => {
    const { nima, stage, clock } = await aTheatre();
    stage.script(down({ retry_after_ms: 600_000 }));
    const { id } = await nima.call('tasks.execute', ask('send'));
    await nima.settle();
    const { next_try_at } = await nima.call('tasks.status', { id });
    const waitMs = Date.parse(next_try_at) - clock.now();
    expect(Math.round(waitMs / 10_000)).toBe(60);
    await putForward(nima, clock, '9 minutes');
    await nima.settle();
    expect(stage.runs).toHaveLength(1);
    await putForward(nima, clock, '1 minute');
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded', attempts: 2 });
  });

  test('for good is not tried again', async () => {
    const { nima, stage } = await aTheatre();
    stage.script(() => {
      throw new Failure('not_found', 'There is no such play.', { code: 'no_play' });
    });
    const { id } = await nima.call('tasks.execute', ask('send'));
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({
      status: 'failed',
      attempts: 1,
      error: { code: 'no_play' },
    });
  });
});

describe('a task cut off by a crash', () => {
  /** As a killed replica leaves it. */
  async function cutOff(nima: TestNima, clock: ForwardClock, action: string): Promise<string> {
    const { id } = await nima.call('tasks.execute', ask(action));
    const set = { status: 'running', attempts: 1, alive_at: clock.now() } as const;
    await moveTask(nima.owner.owner, nima.db, { id, from: ['queued'], set });
    return id;
  }

  test('is left to whoever runs it while that one lives', async () => {
    const { nima, stage, clock } = await aTheatre();
    const id = await cutOff(nima, clock, 'set');
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'running' });
    expect(stage.runs).toEqual([]);
  });

  test.each(['look', 'set'])('is tried again when %s may be repeated', async (action) => {
    const { nima, clock } = await aTheatre();
    const id = await cutOff(nima, clock, action);
    await putForward(nima, clock, '1 minute');
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded', attempts: 2 });
  });

  test('is not done again when the action finds that it was done', async () => {
    const { nima, stage, clock } = await aTheatre();
    const id = await cutOff(nima, clock, 'open');
    const { idempotency_key: key } = await nima.call('tasks.get', { id });
    stage.runs.push({ action: 'open', key, attempt: 1 });
    await putForward(nima, clock, '1 minute');
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded', summary: 'Was done before' });
    expect(stage.runs).toHaveLength(1);
  });

  test('says that it may or may not have happened when nobody can tell', async () => {
    const { nima, stage, clock } = await aTheatre();
    const id = await cutOff(nima, clock, 'send');
    await putForward(nima, clock, '1 minute');
    await nima.settle();
    const status = await nima.call('tasks.status', { id });
    expect(status).toMatchObject({ status: 'failed', error: { code: 'task_uncertain' } });
    expect(status.error.message).toContain('Look before you retry');
    expect(stage.runs).toEqual([]);
  });
});

test('the seed’s example is taken as it is written, at the addresses of the seed', async () => {
  const nima = await aNima();
  const answer = await nima.request('/v1/tasks/execute', {
    method: 'POST',
    json: {
      type: 'github',
      action: 'create_pr',
      params: { repo: 'nima', title: 'Add memory engine', body: 'Implements core memory engine' },
    },
  });
  const task = (await answer.json()) as { id: string };
  expect(task).toMatchObject({ status: 'queued', type: 'github', action: 'create_pr', effect: 'spend' });
  const status = await nima.request(`/v1/tasks/${task.id}/status`);
  expect(await status.json()).toMatchObject({ id: task.id, status: 'queued', attempts: 0 });
  const history = await nima.request('/v1/tasks/history');
  expect(await history.json()).toMatchObject({ total: 1, tasks: [{ id: task.id }] });
});

test('the words people use start the same tasks, with the effect and the parameters of the action', async () => {
  const nima = await aNima();
  const agent = asAgent(nima.owner);
  const scaled = await nima.call('tasks.scale', { name: 'nima-api', replicas: 0 });
  expect(scaled).toMatchObject({
    type: 'kubernetes',
    action: 'scale',
    effect: 'destroy',
    title: 'kubernetes scale: nima-api, 0',
  });
  expect(await nima.call('tasks.restart', { name: 'nima-api' })).toMatchObject({ action: 'rollout_restart' });
  const clone = { url: 'https://github.com/nima/nima.git', folder: 'code/nima' };
  expect(await nima.call('tasks.clone', clone)).toMatchObject({ type: 'git', action: 'clone', params: clone });
  expect(await failureOf(nima.call('tasks.clone', clone, agent))).toMatchObject({
    code: 'approval_needed',
    details: { preview: 'Clone https://github.com/nima/nima.git to code/nima.' },
  });
});

describe('an agent', () => {
  test('looks freely, and asks before it spends, with the preview of the action', async () => {
    const { nima, stage } = await aTheatre();
    const agent = asAgent(nima.owner);
    await nima.call('tasks.execute', ask('look'), agent);
    const request = ask('send', { params: { text: 'money' } });
    const { details } = await failureOf(nima.call('tasks.execute', request, agent));
    expect(details.preview).toBe('Would send money.');
    await nima.call('approvals.approve', { id: details.approval_id });
    const task = await nima.call('tasks.execute', request, agent);
    expect(task).toMatchObject({ approval_id: details.approval_id, asked_by: 'agent/chat' });
    await nima.settle();
    expect(await nima.call('tasks.status', { id: task.id })).toMatchObject({ status: 'succeeded' });
    expect(stage.runs.map(({ action }) => action).sort()).toEqual(['look', 'send']);
  });

  test('gets nothing done that differs from what was approved when it runs', async () => {
    const { nima, stage } = await aTheatre();
    const agent = asAgent(nima.owner);
    const request = ask('send', { params: { text: 'one' } });
    const { details } = await failureOf(nima.call('tasks.execute', request, agent));
    await nima.call('approvals.approve', { id: details.approval_id });
    const { id } = await nima.call('tasks.execute', request, agent);
    const set = { params: JSON.stringify({ text: 'a million' }) };
    await moveTask(nima.owner.owner, nima.db, { id, from: ['queued'], set });
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({
      status: 'failed',
      error: { code: 'task_not_approved' },
    });
    expect(stage.runs).toEqual([]);
    const again = await failureOf(nima.call('tasks.retry', { id }, agent));
    expect(again).toMatchObject({ code: 'approval_needed' });
  });

  test('retries with an approval of its own', async () => {
    const { nima, stage } = await aTheatre();
    const agent = asAgent(nima.owner);
    stage.script(() => {
      throw new Failure('invalid', 'No.');
    });
    const { id } = await nima.call('tasks.execute', ask('send'));
    await nima.settle();
    const { details } = await failureOf(nima.call('tasks.retry', { id }, agent));
    expect(details.preview).toBe('Once more: Would send .');
    await nima.call('approvals.approve', { id: details.approval_id });
    await nima.call('tasks.retry', { id }, agent);
    await nima.settle();
    expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded' });
  });
});
