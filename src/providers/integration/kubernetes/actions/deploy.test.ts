import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDeployment, aKustomization, aNode } from '../../../../../test/support/eldertree.ts';
import { actionOf } from '../../../../../test/support/integration-work.ts';
import { anEldertree, yamlOf } from '../fixtures.ts';

test('a deployment within the rules is tried, applied and watched until it runs', async () => {
  const { act, server } = await anEldertree();
  const done = await act('deploy', { manifests: yamlOf(aDeployment()) });
  expect(done.summary).toBe('Deployed Deployment/nima-api to nima. nima-api: 1 of 1 pods are ready.');
  expect(server.find('Deployment', 'nima-api').spec.template.spec.containers[0].image).toBe(
    'ghcr.io/raolivei/nima-api:1.4.2',
  );
  const patches = server.asked.filter(({ method }) => method === 'PATCH');
  expect(patches.map(({ query }) => [query.get('fieldManager'), query.get('dryRun')])).toEqual([
    ['nima', 'All'],
    ['nima', null],
  ]);
});

test('the checklist of the seed is answered, item by item', async () => {
  const { preview } = await anEldertree();
  const text = await preview('deploy', { manifests: yamlOf(aDeployment()), tested_locally: true });
  expect(text).toContain('[ok] Test locally with Docker Compose first: You said so.');
  expect(text).toContain('[ok] Validate resource requests and limits');
  expect(text).toContain('[ok] Check cluster capacity');
  expect(text).toContain('[ok] Have a rollback plan ready');
  expect(text).toContain('[not known] Test on single node before cluster-wide');
});

test('what breaks the rules is refused at once with every fault, its place and what to write instead', async () => {
  const { act, server } = await anEldertree();
  const pod = { securityContext: {} };
  const bad = aDeployment({ memory: '1Gi', image: 'nima-api:latest', container: { livenessProbe: undefined }, pod });
  const refused = act('deploy', { manifests: yamlOf(bad) });
  await expect(refused).rejects.toMatchObject({ kind: 'invalid', code: 'cluster_rules_broken' });
  const { message, details } = await refused.catch((failure) => failure);
  expect(details.faults.map(({ rule }: { rule: string }) => rule)).toEqual(['limits', 'probes', 'root', 'image']);
  expect(message).toContain(
    'Deployment/nima-api spec.template.spec.containers[*].resources.limits.memory: 1024Mi for one pod, and 512Mi is the most.',
  );
  expect(server.asked.some(({ method }) => method !== 'GET')).toBe(false);
});

test('something new needs a way back', async () => {
  const { act } = await anEldertree();
  const manifests = yamlOf(aDeployment({ name: 'nima-worker', memory: '256Mi' }));
  await expect(act('deploy', { manifests })).rejects.toThrow('Say in `rollback` how to undo it');
  const done = await act('deploy', { manifests, rollback: 'Delete it; nothing uses it yet.' });
  expect(done.data.checklist).toContainEqual(
    expect.objectContaining({ state: 'ok', why: 'Delete it; nothing uses it yet.' }),
  );
});

test('a namespace that is full is not filled further', async () => {
  const { act } = await anEldertree();
  await expect(act('deploy', { manifests: yamlOf(aDeployment({ replicas: 8 })) })).rejects.toThrow(
    'Namespace/nima requests.memory: 2304Mi in all, and the quota is 2048Mi.',
  );
});

test('a cluster at 80 % takes nothing more', async () => {
  const { act, server } = await anEldertree();
  for (const name of ['node-1', 'node-2', 'node-3']) aNode(name, { memory: '6390Mi' }).forEach(server.put);
  await expect(act('deploy', { manifests: yamlOf(aDeployment({ replicas: 2 })) })).rejects.toMatchObject({
    message: expect.stringContaining('cluster memory: 81 % would be used'),
  });
});

test('GitOps first: while Flux keeps the namespace, nothing is applied past it', async () => {
  const { act, server } = await anEldertree();
  server.put(aKustomization());
  const config = { fluxKustomization: 'nima' };
  await expect(act('deploy', { manifests: yamlOf(aDeployment()) }, { config })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'flux_in_charge',
  });
});

test('what the published schema forbids is refused by the dry run, before anything changes', async () => {
  const { act, server } = await anEldertree();
  const broken = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'nima-api' }, spec: { ports: 'http' } };
  await expect(act('deploy', { manifests: yamlOf(aDeployment(), broken) })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'cluster_rejected',
  });
  expect(server.find('Deployment', 'nima-api').spec.template.spec.containers[0].image).toContain('1.4.1');
});

test('a kind the cluster does not know, another namespace and no YAML are told as that', async () => {
  const { act } = await anEldertree();
  const unknown = { apiVersion: 'example.org/v1', kind: 'Pond', metadata: { name: 'koi' } };
  await expect(act('deploy', { manifests: yamlOf(unknown) })).rejects.toMatchObject({ code: 'manifest_kind_unknown' });
  const stray = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', namespace: 'kube-system' } };
  await expect(act('deploy', { manifests: yamlOf(stray) })).rejects.toThrow('is for the namespace kube-system');
  await expect(act('deploy', { manifests: 'a: [' })).rejects.toThrow('manifests is no YAML');
  await expect(act('deploy', { manifests: 'kind: Pod' })).rejects.toThrow('manifests is no manifest: apiVersion');
  await expect(act('deploy', {})).rejects.toThrow('Give either `manifests`');
});

test('a folder of the clone is deployed, without leaving the clone', async () => {
  const { act } = await anEldertree();
  const gitopsFolder = mkdtempSync(join(tmpdir(), 'nima-clone-'));
  mkdirSync(join(gitopsFolder, 'nima'));
  writeFileSync(join(gitopsFolder, 'nima/deploy.yaml'), yamlOf(aDeployment()));
  writeFileSync(join(gitopsFolder, 'nima/kustomization.yaml'), 'resources: [deploy.yaml]\n');
  symlinkSync('/etc', join(gitopsFolder, 'out'));
  const config = { gitopsFolder };
  expect((await act('deploy', { path: 'nima' }, { config })).data.applied).toEqual([
    { kind: 'Deployment', name: 'nima-api' },
  ]);
  await expect(act('deploy', { path: 'out' }, { config })).rejects.toThrow('leads out of');
  await expect(act('deploy', { path: '../' }, { config })).rejects.toThrow('leads out of');
});

test('a rollout that does not get ready in time is tried again later, and says where to look', async () => {
  const { act, server } = await anEldertree();
  server.stuck.add('nima-api');
  await expect(act('deploy', { manifests: yamlOf(aDeployment()), wait_s: 1 })).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'cluster_not_ready',
    message: expect.stringContaining('0 of 1 pods are ready'),
  });
});

test('cancel ends the wait for a rollout at once', async () => {
  const { integration, work, server } = await anEldertree();
  server.stuck.add('nima-api');
  const mine = work();
  const { params, run } = actionOf(integration, 'deploy');
  const running = run(params.parse({ manifests: yamlOf(aDeployment()) }), mine);
  await expect.poll(() => mine.lines.at(-1)).toContain('0 of 1 pods');
  const began = performance.now();
  mine.cancel();
  await expect(running).rejects.toThrow('Cancelled.');
  expect(performance.now() - began).toBeLessThan(500);
});

test('lines that break while a rollout is watched do not undo what was applied', async () => {
  const { act, server } = await anEldertree();
  server.fail('drop', { at: /GET .*deployments\/nima-api$/, times: 2 });
  server.fail({ status: 429 }, { at: /GET .*deployments\/nima-api$/, times: 1 });
  expect((await act('deploy', { manifests: yamlOf(aDeployment()) })).summary).toContain('1 of 1 pods are ready');
});
