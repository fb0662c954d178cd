import { beforeEach, describe, expect, test } from 'vitest';
import { aDeployment, aKustomization, type DeploymentOptions } from '../../../../test/support/eldertree.ts';
import { act, aWork, type WorkOptions } from '../../../../test/support/integration-work.ts';
import { aRealNamespace, noRealCluster, realKubeconfig } from '../../../../test/support/real-cluster.ts';
import { yamlOf } from './fixtures.ts';
import { kubernetesIntegration } from './integration.ts';

async function aCluster() {
  const real = await aRealNamespace(realKubeconfig ?? '');
  const { namespace } = real;
  const integration = kubernetesIntegration({ name: 'kubernetes', now: Date.now, pollMs: 50 });
  const work = ({ config, ...options }: WorkOptions = {}) =>
    aWork({ ...options, config: { kubeconfig: realKubeconfig, namespace, ...config } });
  const manifests = (options?: DeploymentOptions) => {
    const deployment = aDeployment(options);
    return yamlOf({ ...deployment, metadata: { ...deployment.metadata, namespace } });
  };
  const image = async () =>
    (await real.get({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'nima-api' })).spec.template.spec.containers[0]
      .image;
  return {
    ...real,
    integration,
    work,
    manifests,
    image,
    act: (name: string, params: object = {}, options?: WorkOptions) => act(integration, name, params, work(options)),
  };
}

describe('a real API server with its controllers', () => {
  beforeEach(({ skip }) => skip(!realKubeconfig, noRealCluster));

  test('accepts a deployment, rolls it out, scales, restarts and rolls it back', async () => {
    const { act, manifests, image } = await aCluster();
    const first = { manifests: manifests(), rollback: 'Delete it.' };
    expect((await act('deploy', first)).summary).toContain('1 of 1 pods are ready');
    await act('deploy', { manifests: manifests({ image: 'ghcr.io/raolivei/nima-api:1.5.0' }) });
    expect((await act('scale', { name: 'nima-api', replicas: 2 })).data).toMatchObject({
      before: 1,
      replicas: 2,
      available: 2,
    });
    await act('rollout_restart', { name: 'nima-api' });
    await act('rollback', { name: 'nima-api', to_revision: 1 });
    await act('rollback', { name: 'nima-api', to_revision: 1 }, { attempt: 2 });
    expect(await image()).toBe('ghcr.io/raolivei/nima-api:1.4.2');
    expect((await act('rollout_status', { name: 'nima-api' })).summary).toBe(
      'deployment/nima-api: 2 of 2 pods are ready.',
    );
    await act('rollback', { name: 'nima-api' }, { idempotencyKey: 'task-2' });
    expect(await image()).toBe('ghcr.io/raolivei/nima-api:1.5.0');
  });

  test('refuses fields it does not know and fields another manager owns', async () => {
    const { act, cluster, manifests, namespace } = await aCluster();
    await expect(
      act('deploy', { manifests: manifests({ spec: { replica: 3 } }), rollback: 'Delete it.' }),
    ).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('.spec.replica: field not declared in schema'),
    });
    await act('deploy', { manifests: manifests(), rollback: 'Delete it.' });
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments/nima-api`;
    const body = [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'nima-api:9' }];
    await cluster.json({
      method: 'PATCH',
      path,
      query: { fieldManager: 'kubectl-edit' },
      body,
      type: 'application/json-patch+json',
    });
    await expect(act('deploy', { manifests: manifests() })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('kubectl-edit'),
    });
    await act('deploy', { manifests: manifests(), force: true });
  });

  test('shows its objects and pods, and lets failed ones be removed', async () => {
    const { act, cluster, manifests, namespace } = await aCluster();
    await act('deploy', { manifests: manifests(), rollback: 'Delete it.' });
    const listed = (await act('list_pods', { selector: 'app=nima-api' })).data.pods as { name: string }[];
    expect(listed).toHaveLength(1);
    const path = `/api/v1/namespaces/${namespace}/pods/${listed[0]?.name}/status`;
    await cluster.json({
      method: 'PATCH',
      path,
      body: { status: { phase: 'Failed' } },
      type: 'application/merge-patch+json',
    });
    expect((await act('cleanup_failed_pods')).data).toEqual({ removed: [listed[0]?.name] });
    expect((await act('get', { kind: 'Deployment', name: 'nima-api' })).data.object).toMatchObject({
      kind: 'Deployment',
    });
    expect((await act('events')).data.events).toContainEqual(expect.objectContaining({ reason: 'ScalingReplicaSet' }));
    await expect(act('top')).resolves.toBeDefined();
  });

  test('suspends and resumes Flux by one patch each, also when the deployment is refused half way', async () => {
    const { act, get, put, manifests, namespace, setReady, work, integration } = await aCluster();
    await put(aKustomization());
    const flux = async () =>
      (await get({ apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', name: 'nima' })).spec.suspend;
    const config = { fluxKustomization: `${namespace}/nima` };
    await expect(act('deploy', { manifests: manifests() }, { config })).rejects.toMatchObject({
      code: 'flux_in_charge',
    });
    const params = { manifests: manifests(), rollback: 'Delete it.' };
    expect((await act('emergency_deploy', params, { config })).data.flux_resumed).toBe(true);
    expect(await flux()).toBe(false);
    setReady(false);
    const stuck = { ...params, manifests: manifests({ image: 'ghcr.io/raolivei/nima-api:1.5.0' }), wait_s: 1 };
    await expect(act('emergency_deploy', stuck, { config })).rejects.toMatchObject({ code: 'cluster_not_ready' });
    expect(await flux()).toBe(false);
    expect(await integration.health(work({ config }))).toMatchObject({ isReady: true });
  });
});
