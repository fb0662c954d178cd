/** The cluster of the seed: ElderTree, three Raspberry Pis on k3s, with nima-api and its frontend, kept by Flux. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CLUSTER_TOKEN, type KubernetesServer, startKubernetes, type Thing } from './kubernetes-server.ts';

export interface DeploymentOptions {
  readonly name?: string;
  readonly image?: string;
  readonly replicas?: number;
  readonly memory?: string;
  readonly cpu?: string;
  readonly spec?: object;
  readonly pod?: object;
  readonly container?: object;
}

/** A deployment as the rules want it; each option is one thing a test is about. */
export function aDeployment({
  name = 'nima-api',
  image = 'ghcr.io/raolivei/nima-api:1.4.2',
  replicas = 1,
  memory = '512Mi',
  cpu = '500m',
  ...rest
}: DeploymentOptions = {}): Thing {
  const probe = { httpGet: { path: '/health', port: 8002 } };
  const resources = { requests: { memory: '256Mi', cpu: '250m' }, limits: { memory, cpu } };
  const container = { name, image, resources, livenessProbe: probe, readinessProbe: probe, ...rest.container };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'nima' },
    spec: {
      replicas,
      revisionHistoryLimit: 5,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { securityContext: { runAsNonRoot: true }, containers: [container], ...rest.pod },
      },
      ...rest.spec,
    },
  };
}

export const aKustomization = (suspend = false): Thing => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'nima', namespace: 'flux-system' },
  spec: {
    interval: '5m',
    path: './clusters/eldertree/nima',
    prune: true,
    suspend,
    sourceRef: { kind: 'GitRepository', name: 'flux-system' },
  },
});

export function aNode(name: string, { memory = '3000Mi', cpu = '1000m' } = {}): readonly Thing[] {
  const allocatable = { cpu: '4', memory: '8000Mi' };
  return [
    { apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { allocatable } },
    { apiVersion: 'metrics.k8s.io/v1beta1', kind: 'NodeMetrics', metadata: { name }, usage: { cpu, memory } },
  ];
}

/** A kubeconfig file for a server, as k3s writes it. */
export function aKubeconfig(server: string, user: object = { token: CLUSTER_TOKEN }, cluster: object = {}): string {
  const path = join(mkdtempSync(join(tmpdir(), 'nima-kube-')), 'config');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'eldertree',
    contexts: [{ name: 'eldertree', context: { cluster: 'eldertree', user: 'rafael' } }],
    clusters: [{ name: 'eldertree', cluster: { server, ...cluster } }],
    users: [{ name: 'rafael', user }],
  };
  writeFileSync(path, stringify(config), { mode: 0o600 });
  return path;
}

export async function startEldertree(): Promise<KubernetesServer> {
  const server = await startKubernetes();
  server.put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'nima' } });
  for (const name of ['node-1', 'node-2', 'node-3']) aNode(name).forEach(server.put);
  server.put(aDeployment({ image: 'ghcr.io/raolivei/nima-api:1.4.1' }));
  server.put(aDeployment({ name: 'nima-frontend', memory: '256Mi', image: 'ghcr.io/raolivei/nima-frontend:1.0.3' }));
  return server;
}
