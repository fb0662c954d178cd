import { expect, test } from 'vitest';
import { actionOf } from '../../../../../test/support/integration-work.ts';
import { anEldertree } from '../fixtures.ts';

const status = (message: string) => ({ kind: 'Status', message });

test.each([
  [401, 'invalid', 'Renew those in the kubeconfig'],
  [403, 'forbidden', 'pods is forbidden: User "rafael" cannot list resource'],
  [404, 'not_found', 'namespaces "nima" not found'],
  [409, 'conflict', 'conflict with "kustomize-controller"'],
  [422, 'invalid', 'spec.replicas: Invalid value'],
  [500, 'unavailable', 'etcdserver: request timed out'],
  [500, 'invalid', 'failed to create typed patch object: .spec.replica: field not declared in schema'],
  [503, 'unavailable', 'apiserver is shutting down'],
])('a %i is %s, in the words of the cluster', async (code, kind, said) => {
  const { act, server } = await anEldertree();
  server.fail({ status: code, json: status(said) });
  await expect(act('list_pods')).rejects.toMatchObject({ kind, message: expect.stringContaining(said) });
});

test('a 403 for a full namespace is the quota, not the permission', async () => {
  const { act, server } = await anEldertree();
  server.fail({ status: 403, json: status('pods "x" is forbidden: exceeded quota: nima-quota') });
  await expect(act('list_pods')).rejects.toMatchObject({ kind: 'invalid', code: 'cluster_quota_exceeded' });
});

test('a 429 waits as long as the cluster asks', async () => {
  const { act, server } = await anEldertree();
  server.fail({ status: 429, headers: { 'retry-after': '3' }, json: status('too many requests') });
  await expect(act('list_pods')).rejects.toMatchObject({ kind: 'limit', details: { retry_after_ms: 3000 } });
});

test('a cluster that never answers, breaks the line or talks garbage is unavailable', async () => {
  const { act, server } = await anEldertree();
  server.fail('never', { times: 1 });
  await expect(act('list_pods', {}, { config: { timeoutMs: 100 } })).rejects.toThrow('did not answer within 100 ms');
  server.fail('drop', { times: 1 });
  await expect(act('list_pods')).rejects.toMatchObject({ kind: 'unavailable', code: 'cluster_unreachable' });
  server.fail({ text: '<html>' }, { times: 1 });
  await expect(act('list_pods')).rejects.toMatchObject({ kind: 'unavailable', code: 'cluster_answer_unknown' });
});

test('cancel ends a call that hangs at once', async () => {
  const { integration, work, server } = await anEldertree();
  server.fail('never');
  const mine = work();
  const running = actionOf(integration, 'list_pods').run({}, mine);
  await expect.poll(() => server.asked.length).toBe(1);
  const began = performance.now();
  mine.cancel();
  await expect(running).rejects.toThrow('Cancelled.');
  expect(performance.now() - began).toBeLessThan(500);
});
