/**
 * A real Kubernetes API server with its controllers, where `NIMA_TEST_KUBECONFIG` names one (throw-away: namespaces are
 * made and removed). It needs no machines: pods are called ready from here, Flux and metrics are plain custom kinds.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type Cluster, openCluster } from '../../src/providers/integration/kubernetes/client/cluster.ts';
import { apply, type KubeObject, pathOf } from '../../src/providers/integration/kubernetes/client/objects.ts';
import { kubernetesConfig } from '../../src/providers/integration/kubernetes/config.ts';
import type { Thing } from './kubernetes-server.ts';

export const realKubeconfig = process.env.NIMA_TEST_KUBECONFIG;
export const noRealCluster = 'NIMA_TEST_KUBECONFIG names no cluster; the recorded one stands in.';

const aCustomKind = (
  group: string,
  version: string,
  [kind, plural, scope]: readonly [string, string, string],
): Thing => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.${group}`, annotations: { 'api-approved.kubernetes.io': 'unapproved, for tests' } },
  spec: {
    group,
    scope,
    names: { kind, plural, singular: kind.toLowerCase() },
    versions: [
      {
        name: version,
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
});

const CUSTOM_KINDS = [
  aCustomKind('kustomize.toolkit.fluxcd.io', 'v1', ['Kustomization', 'kustomizations', 'Namespaced']),
  aCustomKind('metrics.k8s.io', 'v1beta1', ['NodeMetrics', 'nodes', 'Cluster']),
] as const;

export interface RealCluster {
  readonly cluster: Cluster;
  readonly namespace: string;
  put(object: Thing): Promise<KubeObject>;
  get(object: { apiVersion: string; kind: string; name: string }): Promise<Thing>;
  /** Whether pods become ready from now on. */
  setReady(isReady: boolean): void;
}

export async function aRealNamespace(kubeconfig: string): Promise<RealCluster> {
  const namespace = `nima-${Date.now().toString(36)}-${Math.floor(performance.now() * 1000)}`;
  const over = new AbortController();
  const cluster = await openCluster(kubernetesConfig.parse({ kubeconfig, namespace }), new AbortController().signal);
  const put = async (object: Thing) => {
    const metadata = { ...object.metadata, ...(object.metadata.namespace ? { namespace } : {}) };
    const path = await pathOf(cluster, { ...object, metadata }, namespace);
    return apply(cluster, { ...object, metadata }, { path, isForced: true });
  };
  for (const kind of CUSTOM_KINDS) await put(kind);
  for (const { spec } of CUSTOM_KINDS)
    await served(cluster, `/apis/${spec.group}/${spec.versions[0].name}/${spec.names.plural}`);
  await put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const kubelet = { isOn: true };
  const running = pretendKubelet({ cluster, namespace }, kubelet, over.signal);
  onTestFinished(async () => {
    over.abort();
    await running;
    await cluster.json({ method: 'DELETE', path: `/api/v1/namespaces/${namespace}` });
  });
  return {
    cluster,
    namespace,
    put,
    get: async ({ apiVersion, kind, name }) =>
      cluster.json({ method: 'GET', path: await pathOf(cluster, { apiVersion, kind, metadata: { name } }, namespace) }),
    setReady: (isReady) => void Object.assign(kubelet, { isOn: isReady }),
  };
}

/** A new kind answers 404, then 429, until its storage stands. */
async function served(cluster: Cluster, path: string): Promise<void> {
  const isServed = () =>
    cluster.json({ method: 'GET', path }).then(
      () => true,
      () => false,
    );
  while (!(await isServed())) await wait(100);
}

/** There is no machine, so nobody else would ever say that a pod runs. */
async function pretendKubelet(
  { cluster, namespace }: Pick<RealCluster, 'cluster' | 'namespace'>,
  kubelet: { isOn: boolean },
  signal: AbortSignal,
) {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  while (!signal.aborted) {
    const { items } = (await cluster.json({ method: 'GET', path })) as { items: Thing[] };
    for (const { metadata, status } of kubelet.isOn ? items : []) {
      if (status.phase !== 'Pending' || metadata.deletionTimestamp) continue;
      const ready = { type: 'Ready', status: 'True', lastTransitionTime: new Date().toISOString() };
      const body = { status: { phase: 'Running', conditions: [ready] } };
      await cluster
        .json({ method: 'PATCH', path: `${path}/${metadata.name}/status`, body, type: 'application/merge-patch+json' })
        .catch(() => undefined);
    }
    await wait(50, undefined, { signal }).catch(() => undefined);
  }
}
