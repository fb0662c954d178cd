/** Nima is killed between a promise and its keeping: what it accepted is there, and what it had to send arrives. */
import { expect, test, vi } from 'vitest';
import { aHookServer, signedBy, verifiedBy } from '../support/hook-server.ts';
import { aDatabaseEnvironment } from '../support/nima.ts';
import { aFolder, startNima } from '../support/process.ts';
import { until } from '../support/until.ts';

// Each step starts a process; a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

test('after kill -9 a message that was accepted is known, and an event that waited is delivered once', async () => {
  const [folder, server] = [aFolder(), await aHookServer()];
  const environment = { ...(await aDatabaseEnvironment()), NIMA_OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' };
  const first = await startNima(folder, environment);
  const endpoint = await first.api('POST', '/v1/webhooks/endpoints', { url: server.url, events: ['memory.*'] });
  const { path, secret } = await first.api('POST', '/v1/webhooks/receivers', { name: 'doorbell' });
  await first.api('POST', '/v1/approvals/halt', {});
  await first.api('POST', '/v1/memory/facts', { fact: 'The boat is called Albatross' });
  const waiting = async () => (await first.api('GET', '/v1/webhooks/deliveries?state=waiting')).deliveries[0];
  const { id } = await until(waiting);
  const body = '{"type":"door.rang"}';
  const headers = signedBy(secret, { id: 'msg_1', at: Date.now(), body });
  expect((await fetch(first.url + path, { method: 'POST', body, headers })).status).toBe(202);
  await first.kill('SIGKILL');

  const second = await startNima(folder, environment);
  expect((await second.api('GET', '/v1/webhooks/receipts')).receipts).toMatchObject([{ type: 'door.rang' }]);
  expect((await fetch(second.url + path, { method: 'POST', body, headers })).status).toBe(200);
  expect(server.heard).toEqual([]);
  await second.api('POST', '/v1/approvals/resume', {});
  await until(async () => (await second.api('GET', '/v1/webhooks/deliveries?state=delivered')).deliveries[0]);
  const [heard, ...more] = server.heard;
  expect(heard && verifiedBy(endpoint.secret, heard)).toMatchObject({ type: 'memory.fact.created' });
  expect([heard?.headers['webhook-id'], more]).toEqual([id, []]);
});
