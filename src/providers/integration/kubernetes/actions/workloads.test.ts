import { expect, test } from 'vitest';
import { aDeployment } from '../../../../../test/support/eldertree.ts';
import { actionOf } from '../../../../../test/support/integration-work.ts';
import { anEldertree } from '../fixtures.ts';

const budget = (spec: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'nima-api', namespace: 'nima' },
  spec: { selector: { matchLabels: { app: 'nima-api' } }, ...spec },
});

test("the seed's quick fix, scaling nima-api to none, is told as an outage and done", async () => {
  const { act, preview, integration, server } = await anEldertree();
  const params = { name: 'nima-api', replicas: 0 };
  expect(actionOf(integration, 'scale').effectOf({ ...params, kind: 'deployment' })).toBe('destroy');
  expect(await preview('scale', params)).toBe('Scale deployment/nima-api in nima from 1 to 0.');
  expect((await act('scale', params)).data).toMatchObject({ before: 1, replicas: 0, isDone: true });
  expect(server.find('Deployment', 'nima-api').spec.replicas).toBe(0);
});

test('more pods than the namespace holds are refused', async () => {
  const { act } = await anEldertree();
  await expect(act('scale', { name: 'nima-api', replicas: 20 })).rejects.toMatchObject({
    code: 'cluster_rules_broken',
  });
});

test('a disruption budget is not undercut', async () => {
  const { act, server } = await anEldertree();
  server.put(aDeployment({ replicas: 3 }));
  server.put(budget({ minAvailable: 2 }));
  await expect(act('scale', { name: 'nima-api', replicas: 1 })).rejects.toThrow('Keep 2 or more replicas');
  await expect(act('scale', { name: 'nima-api', replicas: 2 })).rejects.toThrow('lets no pod go');
});

test('a restart happens once per task', async () => {
  const { act, server } = await anEldertree();
  await act('rollout_restart', { name: 'nima-api' });
  const restarted = () =>
    server.find('Deployment', 'nima-api').spec.template.metadata.annotations['kubectl.kubernetes.io/restartedAt'];
  const first = restarted();
  await act('rollout_restart', { name: 'nima-api' }, { attempt: 2 });
  expect(restarted()).toBe(first);
  expect(server.find('Deployment', 'nima-api').metadata.generation).toBe(2);
});

test('a rollback goes one revision back, once per task', async () => {
  const { act, preview, server } = await anEldertree();
  server.put(aDeployment({ image: 'ghcr.io/raolivei/nima-api:1.4.2' }));
  server.put(aDeployment({ image: 'ghcr.io/raolivei/nima-api:1.5.0' }));
  expect(await preview('rollback', { name: 'nima-api' })).toContain(
    'back from revision 3 to 2 (ghcr.io/raolivei/nima-api:1.4.2)',
  );
  await act('rollback', { name: 'nima-api' });
  await act('rollback', { name: 'nima-api' }, { attempt: 2 });
  const image = () => server.find('Deployment', 'nima-api').spec.template.spec.containers[0].image;
  expect(image()).toBe('ghcr.io/raolivei/nima-api:1.4.2');
  await act('rollback', { name: 'nima-api', to_revision: 1 }, { idempotencyKey: 'task-2' });
  expect(image()).toBe('ghcr.io/raolivei/nima-api:1.4.1');
});

test('without an earlier revision there is no way back, and Git is named', async () => {
  const { act } = await anEldertree();
  await expect(act('rollback', { name: 'nima-api' })).rejects.toThrow('Revert it in Git instead.');
});

test('the state of a rollout is told without waiting', async () => {
  const { act, server } = await anEldertree();
  server.stuck.add('nima-api');
  server.put(aDeployment({ image: 'ghcr.io/raolivei/nima-api:1.5.0' }));
  expect(await act('rollout_status', { name: 'nima-api' })).toMatchObject({
    summary: 'deployment/nima-api: 0 of 1 pods are ready.',
    data: { isDone: false },
  });
});
