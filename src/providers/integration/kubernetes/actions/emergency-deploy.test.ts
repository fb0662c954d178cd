import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aDeployment, aKustomization } from '../../../../../test/support/eldertree.ts';
import { actionOf } from '../../../../../test/support/integration-work.ts';
import { anEldertree, yamlOf } from '../fixtures.ts';
import { HELD_BY, LEASE_MS } from '../flux/suspension.ts';

const config = { fluxKustomization: 'flux-system/nima' };
const manifests = yamlOf(aDeployment());

async function aFluxed(options: Parameters<typeof anEldertree>[0] = {}) {
  const eldertree = await anEldertree(options);
  eldertree.server.put(aKustomization());
  const flux = () => eldertree.server.find('Kustomization', 'nima');
  return { ...eldertree, flux, isSuspended: () => flux().spec.suspend === true };
}

test('Flux is held while the deployment goes past it, and resumed', async () => {
  const { act, server, isSuspended, flux } = await aFluxed();
  const done = await act('emergency_deploy', { manifests }, { config });
  expect(done.summary).toContain('is resumed and will put back what Git says: commit the same change now');
  expect(isSuspended()).toBe(false);
  expect(flux().metadata.annotations).toEqual({});
  const order = server.asked
    .filter(({ method, query }) => method === 'PATCH' && !query.has('dryRun'))
    .map(({ body }) => body.spec?.suspend ?? body.kind);
  expect(order).toEqual([true, 'Deployment', false]);
});

test('what the rules refuse never suspends anything', async () => {
  const { act, server } = await aFluxed();
  await expect(
    act('emergency_deploy', { manifests: yamlOf(aDeployment({ memory: '2Gi' })) }, { config }),
  ).rejects.toMatchObject({ kind: 'invalid' });
  expect(server.asked.some(({ method }) => method === 'PATCH')).toBe(false);
});

test('Flux is resumed when the deployment fails', async () => {
  const { act, server, isSuspended } = await aFluxed();
  server.fail({ status: 500 }, { at: /PATCH .*deployments/ });
  await expect(act('emergency_deploy', { manifests }, { config })).rejects.toMatchObject({ kind: 'unavailable' });
  expect(isSuspended()).toBe(false);
});

test('Flux is resumed on cancel, within two seconds', async () => {
  const { integration, work, server, isSuspended } = await aFluxed();
  server.stuck.add('nima-api');
  const mine = work({ config });
  const { params, run } = actionOf(integration, 'emergency_deploy');
  const running = run(params.parse({ manifests }), mine);
  await expect.poll(() => mine.lines.at(-1)).toContain('0 of 1 pods');
  expect(isSuspended()).toBe(true);
  const began = performance.now();
  mine.cancel();
  await expect(running).rejects.toThrow('Cancelled.');
  expect(performance.now() - began).toBeLessThan(2000);
  expect(isSuspended()).toBe(false);
});

test('a cluster that stops answering keeps the mark, and whoever starts next resumes Flux once the lease is over', async () => {
  let now = Date.now();
  const { server, integration, work, isSuspended } = await aFluxed({ now: () => now });
  server.stuck.add('nima-api');
  const mine = work({ config });
  const { params, run } = actionOf(integration, 'emergency_deploy');
  const asked = run(params.parse({ manifests, wait_s: 30 }), mine);
  await expect.poll(() => mine.lines.at(-1)).toContain('0 of 1 pods');
  server.fail({ status: 503 });
  now += 31_000;
  await expect(asked).rejects.toMatchObject({ kind: 'unavailable', code: 'flux_not_resumed' });
  expect(isSuspended()).toBe(true);
  server.heal();
  expect(await integration.recover?.(work({ config }))).toEqual([]);
  now += LEASE_MS + 1;
  expect(await integration.recover?.(work({ config }))).toEqual([
    expect.stringContaining('Resumed Flux (flux-system/nima)'),
  ]);
  expect(isSuspended()).toBe(false);
});

const aHeldKustomization = (until: number) => {
  const kustomization = aKustomization(true);
  const annotations = { [HELD_BY]: 'task-0', 'nima.dev/suspended-until': new Date(until).toISOString() };
  return { ...kustomization, metadata: { ...kustomization.metadata, annotations } };
};

test('what a person suspended stays suspended', async () => {
  const { act, server, integration, work, isSuspended } = await aFluxed();
  server.put(aKustomization(true));
  const done = await act('emergency_deploy', { manifests }, { config });
  expect(done.summary).toContain('was suspended before and still is');
  await integration.health(work({ config }));
  expect(isSuspended()).toBe(true);
});

test('two emergencies do not hold Flux at once', async () => {
  const { act, server } = await aFluxed();
  server.put(aHeldKustomization(Date.now() + LEASE_MS));
  await expect(act('emergency_deploy', { manifests }, { config })).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'flux_held',
  });
});

test('kill -9 in the middle leaves Flux suspended, and the next try or health check resumes it', async () => {
  let now = Date.now();
  const { act, server, kubeconfig, integration, work, isSuspended } = await aFluxed({ now: () => now });
  server.stuck.add('nima-api');
  const child = fork(join(import.meta.dirname, '../../../../../test/support/emergency-process.ts'), [
    kubeconfig,
    manifests,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await expect.poll(isSuspended, { timeout: 10_000 }).toBe(true);
  await expect
    .poll(() => server.find('Deployment', 'nima-api').spec.template.spec.containers[0].image, { timeout: 10_000 })
    .toContain('1.4.2');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect(isSuspended()).toBe(true);

  now += LEASE_MS + 5000;
  expect(await integration.health(work({ config }))).toMatchObject({
    isReady: true,
    text: expect.stringContaining('Resumed Flux (flux-system/nima)'),
  });
  expect(isSuspended()).toBe(false);

  server.put(aHeldKustomization(now + LEASE_MS));
  server.stuck.clear();
  await act('emergency_deploy', { manifests }, { config, idempotencyKey: 'task-0', attempt: 2 });
  expect(isSuspended()).toBe(false);
});

test('a cluster that nobody set up for Flux is not spoken to by itself', async () => {
  const { integration, work, server } = await anEldertree();
  expect(await integration.recover?.(work())).toEqual([]);
  expect(server.asked).toEqual([]);
});
