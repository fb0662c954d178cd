import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aHookServer, verifiedBy } from '../../../test/support/hook-server.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { until } from '../../../test/support/until.ts';

/** Real time to begin with, because the reference library looks at the real clock. */
const aClock = () => new FakeClock(Date.now());
const OPEN = { NIMA_OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' };

async function aSender(clock = aClock()) {
  const [nima, server] = [await aNima({ clock, environment: OPEN }), await aHookServer()];
  const { id, secret } = await nima.call('webhooks.endpoints.create', { url: server.url, events: ['memory.*'] });
  const learn = async (fact: string) => {
    const { id: fact_id } = await nima.call('memory.facts.create', { fact });
    await nima.settle();
    return fact_id as string;
  };
  const deliveries = async () => (await nima.call('webhooks.deliveries.list')).deliveries;
  const endpoint = () => nima.call('webhooks.endpoints.get', { id });
  return { nima, server, id: id as string, secret: secret as string, clock, learn, deliveries, endpoint };
}

/** What a kill leaves behind: rows, and no job. */
const loseJobs = ({ db }: TestNima) => db.kysely.deleteFrom(db.dialect === 'sqlite' ? 'jobs' : 'pgboss.job').execute();

/** The two tries that are left. PostgreSQL's queue waits by a clock of its own, so there they are asked for anew. */
async function giveUp({ nima, clock }: { nima: TestNima; clock: FakeClock }): Promise<void> {
  for (const attempt of [2, 3]) {
    if (nima.db.dialect === 'sqlite') await clock.advance('1 hour');
    else {
      await loseJobs(nima);
      const input = { owner: nima.owner.owner };
      await nima.context().jobs.enqueue({ name: 'webhooks.wake', input, key: `try ${attempt}` });
    }
    await nima.settle();
  }
}

describe('an event', () => {
  test('reaches its endpoint signed, with what happened and nothing of the owner', async () => {
    const { server, secret, learn, nima, deliveries, endpoint } = await aSender();
    const factId = await learn('The boat is called Albatross');
    const [first] = server.heard;
    if (!first) throw new Error('Nothing came.');
    expect(verifiedBy(secret, first)).toEqual({
      type: 'memory.fact.created',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      data: { id: factId },
    });
    expect(first.body).not.toContain(nima.owner.owner);
    expect(await deliveries()).toMatchObject([
      { id: first.headers['webhook-id'], state: 'delivered', attempts: 1, status_code: 200, error: null },
    ]);
    expect(await endpoint()).toMatchObject({ failures: 0, problem: null, delivered_at: expect.any(String) });
  });

  test('goes to those who asked for it, once for each, and never when it is of webhooks themselves', async () => {
    const { nima, server, learn } = await aSender();
    const other = await aHookServer();
    await nima.call('webhooks.endpoints.create', { url: other.url, events: ['goals.goal.created'] });
    await learn('The boat is blue');
    const [heard] = await Promise.all([server.heard.length, other.heard.length]);
    expect([heard, other.heard.length]).toEqual([1, 0]);
    const wrong = nima.call('webhooks.endpoints.create', { url: other.url, events: ['webhooks.received'] });
    expect(await failureOf(wrong)).toMatchObject({ code: 'event_unknown' });
  });

  test('that is heard twice is delivered once', async () => {
    const { nima, server } = await aSender();
    const id = nima.context().newId();
    const input = { owner: nima.owner.owner, event: 'memory.fact.created', id, payload: { id: 'x' } };
    for (const key of ['first', 'second']) await nima.context().jobs.enqueue({ name: 'webhooks.hear', input, key });
    await nima.settle();
    expect(server.heard).toHaveLength(1);
  });
});

describe('a delivery', () => {
  test('is tried three times with one id, then kept as failed, and arrives when it is retried', async () => {
    const sender = await aSender();
    const { nima, server, learn, deliveries } = sender;
    server.answer = { status: 500, text: 'broken' };
    await learn('The mast is broken');
    expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 1, error: 'It answered 500.' }]);
    await giveUp(sender);
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ state: 'failed', attempts: 3, status_code: 500 });
    expect(new Set(server.heard.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed.id]));
    expect(await nima.call('webhooks.deliveries.get', { id: failed.id })).toMatchObject({ answer: 'broken' });
    server.answer = { status: 204 };
    await nima.call('webhooks.deliveries.retry', { id: failed.id });
    await nima.settle();
    expect(await deliveries()).toMatchObject([{ id: failed.id, state: 'delivered' }]);
    expect(server.heard).toHaveLength(4);
    expect(await failureOf(nima.call('webhooks.deliveries.retry', { id: failed.id }))).toMatchObject({
      code: 'delivery_not_failed',
    });
  });

  test('into a private network is refused and not tried again; so is a redirect', async () => {
    const clock = aClock();
    const nima = await aNima({ clock });
    for (const url of ['http://169.254.169.254/latest', 'http://[::1]:9/x', 'http://localhost:9/x']) {
      const refused = nima.call('webhooks.endpoints.create', { url, events: ['*'] });
      expect(await failureOf(refused)).toMatchObject({ kind: 'forbidden', code: 'outbound_refused' });
    }
    const { nima: open, server, learn, deliveries } = await aSender();
    server.answer = { status: 307, location: 'http://169.254.169.254/' };
    await learn('The anchor is heavy');
    expect(await deliveries()).toMatchObject([
      { state: 'failed', attempts: 1, error: expect.stringMatching(/redirects/) },
    ]);
    expect(open.settings.outbound.allowedHosts).toEqual(['127.0.0.1']);
  });

  test('to a name that turns out to be private is refused when it is sent', async () => {
    const nima = await aNima({ clock: aClock() });
    const { id } = await nima.call('webhooks.endpoints.create', { url: 'http://hooks.localhost.test/', events: ['*'] });
    await nima.db.kysely.updateTable('webhook_endpoints').set({ url: 'http://127.0.0.1:9/' }).execute();
    const tried = await nima.call('webhooks.endpoints.test', { id });
    expect(tried).toMatchObject({ is_delivered: false, error: expect.stringMatching(/private network/) });
  });

  test('survives the end of Nima between the promise and the sending', async () => {
    const { nima, server, clock, learn, deliveries, id } = await aSender();
    server.answer = { status: 503 };
    await learn('The rudder is wooden');
    await loseJobs(nima);
    server.answer = { status: 200 };
    await clock.advance('10 minutes');
    await nima.settle();
    await nima.context().jobs.enqueue({ name: 'webhooks.recover', input: {} });
    await nima.settle();
    expect(await deliveries()).toMatchObject([{ endpoint_id: id, state: 'delivered' }]);
  });

  test('waits while everything is stopped, and goes out when Nima may go on', async () => {
    const { nima, server, learn, deliveries, id } = await aSender();
    await nima.call('approvals.halt');
    await learn('The sail is white');
    expect([server.heard.length, (await deliveries())[0].state]).toEqual([0, 'waiting']);
    expect(await failureOf(nima.call('webhooks.endpoints.test', { id }))).toMatchObject({ code: 'halted' });
    await nima.call('approvals.resume');
    await nima.settle();
    expect((await deliveries()).map(({ state }: { state: string }) => state)).toEqual(['delivered']);
  });

  test('is cut off when everything is stopped while it is under way', async () => {
    const { nima, server, clock, deliveries } = await aSender();
    server.answer = null;
    await nima.call('memory.facts.create', { fact: 'The keel is long' });
    let isOver = false;
    const settled = nima.settle().finally(() => {
      isOver = true;
    });
    await until(() => server.heard.length === 1);
    await nima.call('approvals.halt');
    await until(async () => {
      await clock.advance('1 second');
      return isOver;
    });
    await settled;
    expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });
});

describe('an endpoint', () => {
  test('that fails ten times is off and its owner told; resumed, it begins anew', async () => {
    const sender = await aSender();
    const { nima, server, id, learn, endpoint } = sender;
    server.answer = { status: 500 };
    for (let count = 0; count < 10; count += 1)
      await nima.call('memory.facts.create', { fact: `Plank ${count} is oak` });
    await nima.settle();
    await giveUp(sender);
    expect(await endpoint()).toMatchObject({ state: 'disabled', failures: 10, problem: 'It answered 500.' });
    const { alerts } = await nima.call('alerts.list');
    expect(alerts).toMatchObject([{ rule: 'webhooks.endpoint.disabled', severity: 'warning' }]);
    const before = server.heard.length;
    await learn('The deck is dry');
    expect(server.heard).toHaveLength(before);
    server.answer = { status: 200 };
    await nima.call('webhooks.endpoints.update', { id, state: 'active' });
    await learn('The deck is wet');
    expect(server.heard).toHaveLength(before + 1);
    expect(await endpoint()).toMatchObject({ state: 'active', failures: 0, problem: null });
    expect((await nima.call('alerts.list', { state: 'resolved' })).alerts).toHaveLength(1);
  });

  test('that answers 410 is off at once', async () => {
    const { server, learn, endpoint } = await aSender();
    server.answer = { status: 410 };
    await learn('The hull is steel');
    expect(await endpoint()).toMatchObject({ state: 'disabled' });
  });

  test('shows how a sample was answered', async () => {
    const { nima, server, id, secret, deliveries } = await aSender();
    server.answer = { status: 202, text: 'thank you' };
    const tried = await nima.call('webhooks.endpoints.test', { id });
    expect(tried).toEqual({ url: server.url, is_delivered: true, status_code: 202, answer: 'thank you', error: null });
    const [sample] = server.heard;
    expect(sample && verifiedBy(secret, sample)).toMatchObject({ type: 'webhooks.sample' });
    expect(await deliveries()).toEqual([]);
  });

  test('with a new secret signs with both for a day, so that its receiver loses nothing', async () => {
    const { nima, server, id, secret, clock, learn } = await aSender();
    const { secret: fresh } = await nima.call('webhooks.endpoints.rotate', { id });
    await learn('The bell is brass');
    const [both] = server.heard;
    if (!both) throw new Error('Nothing came.');
    for (const each of [secret, fresh]) expect(verifiedBy(each, both)).toMatchObject({ type: 'memory.fact.created' });
    await clock.advance('2 days');
    await learn('The bell is gone');
    expect(String(server.heard.at(-1)?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  test('signs with the secret behind a reference, and takes none that leads nowhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nima-secret-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const secret = `whsec_${Buffer.from('a secret of more than 24 bytes').toString('base64')}`;
    writeFileSync(join(folder, 'hook'), `${secret}\n`);
    const { nima, server } = await aSender();
    const wish = { url: server.url, events: ['goals.*'] };
    const created = await nima.call('webhooks.endpoints.create', { ...wish, signing_key: `file:${folder}/hook` });
    expect(created).toMatchObject({ secret: null, has_secret: true });
    await nima.call('webhooks.endpoints.test', { id: created.id });
    const [sample] = server.heard;
    expect(sample && verifiedBy(secret, sample)).toMatchObject({ type: 'webhooks.sample' });
    const nowhere = nima.call('webhooks.endpoints.create', { ...wish, signing_key: `file:${folder}/none` });
    expect(await failureOf(nowhere)).toMatchObject({ code: 'secret_missing' });
  });

  test('is changed, taken back, removed and restored; removed, it is told nothing', async () => {
    const { nima, server, id, learn } = await aSender();
    await nima.call('webhooks.endpoints.update', { id, events: ['goals.*'], description: 'board' });
    expect(await nima.call('webhooks.endpoints.restore', { id })).toMatchObject({
      events: ['memory.*'],
      description: '',
    });
    await nima.call('webhooks.endpoints.remove', { id });
    expect((await nima.call('webhooks.endpoints.list')).endpoints).toEqual([]);
    await learn('The flag is red');
    expect(server.heard).toEqual([]);
    await nima.call('webhooks.endpoints.restore', { id });
    await learn('The flag is green');
    expect(server.heard).toHaveLength(1);
    const withPassword = { id, url: 'https://ana:secret@example.org/' };
    expect(await failureOf(nima.call('webhooks.endpoints.update', withPassword))).toMatchObject({
      code: 'url_with_password',
    });
  });

  test('forgets old deliveries, and removed endpoints with their secrets', async () => {
    const { nima, clock, id, learn, deliveries } = await aSender();
    await learn('The rope is thin');
    await nima.call('webhooks.endpoints.remove', { id });
    await clock.advance('31 days');
    await nima.context().jobs.enqueue({ name: 'webhooks.prune', input: {} });
    await nima.settle();
    expect(await deliveries()).toEqual([]);
    expect(await nima.db.kysely.selectFrom('webhook_secrets').selectAll().execute()).toEqual([]);
    expect(await nima.db.kysely.selectFrom('webhook_endpoints').selectAll().execute()).toEqual([]);
  });
});

describe('a model', () => {
  test('has to ask before it sends anything out, may pause, and never sees a secret', async () => {
    const { nima, server, id } = await aSender();
    const agent = { ...nima.owner, kind: 'agent' as const };
    const wish = { url: server.url, events: ['*'] };
    const asks = { code: 'approval_needed' };
    expect(await failureOf(nima.call('webhooks.endpoints.create', wish, agent))).toMatchObject(asks);
    expect(await failureOf(nima.call('webhooks.endpoints.update', { id, events: ['*'] }, agent))).toMatchObject(asks);
    expect(await failureOf(nima.call('webhooks.endpoints.test', { id }, agent))).toMatchObject(asks);
    expect(await nima.call('webhooks.endpoints.update', { id, state: 'paused' }, agent)).toMatchObject({
      state: 'paused',
    });
    expect(await failureOf(nima.call('webhooks.endpoints.restore', { id }, agent))).toMatchObject(asks);
    expect(await failureOf(nima.call('webhooks.endpoints.rotate', { id }, agent))).toMatchObject({
      code: 'only_people',
    });
    const [asked] = (await nima.call('approvals.list', { state: 'asked' })).approvals.filter(
      ({ operation }: { operation: string }) => operation === 'webhooks.endpoints.create',
    );
    await nima.call('approvals.approve', { id: asked.id });
    expect(await nima.call('webhooks.endpoints.create', wish, agent)).toMatchObject({ secret: null, has_secret: true });
  });
});
