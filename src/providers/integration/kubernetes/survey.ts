/** What the rules need to know of the cluster before a change: who runs, what is used, which budgets and quotas stand. */
import { z } from 'zod';
import type { Desk } from './action.ts';
import { kubeObject, orNull, readAs, WORKLOADS, type WorkloadKind, workloadPath } from './client/objects.ts';
import { bytes, millicores } from './manifests/quantity.ts';
import { type Amounts, NOTHING, plus, podAmounts, type Workload, workloadsIn } from './manifests/workload.ts';
import { NAMESPACE_QUOTA, type NodeUse } from './safety/capacity.ts';
import type { Budget } from './safety/disruption.ts';

export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z
      .array(item)
      .nullish()
      .transform((items) => items ?? []),
  });

const usage = z.looseObject({
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
  usage: z.record(z.string(), z.string()),
});
const node = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  status: z.looseObject({ allocatable: z.record(z.string(), z.string()).default({}) }).default({ allocatable: {} }),
});

/** Null where the cluster has no metrics server. */
export async function nodeUse({ cluster }: Desk): Promise<readonly NodeUse[] | null> {
  const metrics = await orNull(
    readAs(cluster, { method: 'GET', path: '/apis/metrics.k8s.io/v1beta1/nodes' }, listOf(usage)),
  );
  if (!metrics) return null;
  const { items } = await readAs(cluster, { method: 'GET', path: '/api/v1/nodes' }, listOf(node));
  return items.map(({ metadata, status }) => {
    const used = metrics.items.find((each) => each.metadata.name === metadata.name)?.usage ?? {};
    return {
      name: metadata.name,
      cpuUsed: millicores(used.cpu) ?? 0,
      memoryUsed: bytes(used.memory) ?? 0,
      cpuAllocatable: millicores(status.allocatable.cpu) ?? 0,
      memoryAllocatable: bytes(status.allocatable.memory) ?? 0,
    };
  });
}

const budget = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    selector: z.looseObject({ matchLabels: z.record(z.string(), z.string()).default({}) }).default({ matchLabels: {} }),
    minAvailable: z.union([z.number(), z.string()]).optional(),
    maxUnavailable: z.union([z.number(), z.string()]).optional(),
  }),
});

export const budgetOf = (object: unknown): Budget => {
  const { metadata, spec } = budget.parse(object);
  return {
    name: metadata.name,
    matchLabels: spec.selector.matchLabels,
    minAvailable: spec.minAvailable,
    maxUnavailable: spec.maxUnavailable,
  };
};

export async function budgetsOf({ cluster, namespace }: Desk): Promise<readonly Budget[]> {
  const path = `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`;
  const list = await readAs(cluster, { method: 'GET', path }, listOf(budget));
  return list.items.map(budgetOf);
}

/** What runs by these kinds, as the same view the rules have of manifests. */
export async function runningWorkloads({ cluster, namespace }: Desk): Promise<readonly Workload[]> {
  const kinds: Readonly<Record<WorkloadKind, string>> = {
    deployment: 'Deployment',
    statefulset: 'StatefulSet',
    daemonset: 'DaemonSet',
  };
  const lists = await Promise.all(
    (Object.keys(WORKLOADS) as WorkloadKind[]).map(async (kind) => {
      // Lists leave out the kind of their items.
      const named = z
        .looseObject({})
        .transform((item) => kubeObject.parse({ ...item, apiVersion: 'apps/v1', kind: kinds[kind] }));
      const { items } = await readAs(cluster, { method: 'GET', path: workloadPath(namespace, kind) }, listOf(named));
      return items.map((object) => ({ source: 'cluster', object }));
    }),
  );
  return workloadsIn(lists.flat());
}

/** A daemon runs once a node; all else as often as it says. */
export const wholeAmounts = (workloads: readonly Workload[], nodes: number): Amounts =>
  workloads
    .map(({ pod, replicas, kind }) => ({
      each: podAmounts(pod),
      count: kind === 'DaemonSet' ? Math.max(1, nodes) : replicas,
    }))
    .map(({ each, count }) => ({ ...NOTHING, ...scaled(each, count) }))
    .reduce(plus, NOTHING);

const scaled = (amounts: Amounts, count: number): Amounts => ({
  memoryRequests: amounts.memoryRequests * count,
  memoryLimits: amounts.memoryLimits * count,
  cpuRequests: amounts.cpuRequests * count,
  cpuLimits: amounts.cpuLimits * count,
});

const quota = z.looseObject({
  spec: z.looseObject({ hard: z.record(z.string(), z.union([z.string(), z.number()])).default({}) }),
});

/** The seed's quota, or the namespace's own where that is smaller. */
export async function quotaOf({ cluster, namespace }: Desk): Promise<Amounts> {
  const path = `/api/v1/namespaces/${namespace}/resourcequotas`;
  const { items } = await readAs(cluster, { method: 'GET', path }, listOf(quota));
  const least = (field: string, read: (text: unknown) => number | null, most: number) =>
    items.reduce((min, { spec }) => Math.min(min, read(spec.hard[field]) ?? min), most);
  return {
    memoryRequests: least('requests.memory', bytes, NAMESPACE_QUOTA.memoryRequests),
    memoryLimits: least('limits.memory', bytes, NAMESPACE_QUOTA.memoryLimits),
    cpuRequests: least('requests.cpu', millicores, NAMESPACE_QUOTA.cpuRequests),
    cpuLimits: least('limits.cpu', millicores, NAMESPACE_QUOTA.cpuLimits),
  };
}
