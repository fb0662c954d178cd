/**
 * What a manifest runs: its pods, how many, and what they ask for. One view of Deployment, StatefulSet, DaemonSet, Job,
 * CronJob and Pod, so that no rule needs to know their shapes. Pure.
 */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { bytes, millicores } from './quantity.ts';
import type { Manifest } from './read.ts';

const resources = z.looseObject({
  limits: z.record(z.string(), z.unknown()).optional(),
  requests: z.record(z.string(), z.unknown()).optional(),
});
const container = z.looseObject({
  name: z.string().catch('?'),
  image: z.string().optional(),
  resources: resources.optional().catch(undefined),
  livenessProbe: z.unknown().optional(),
  readinessProbe: z.unknown().optional(),
  restartPolicy: z.string().optional(),
  securityContext: z.looseObject({ runAsNonRoot: z.boolean().optional() }).optional().catch(undefined),
});
export type Container = z.output<typeof container>;

const podSpec = z.looseObject({
  containers: z.array(container).default([]),
  initContainers: z.array(container).default([]),
  securityContext: z.looseObject({ runAsNonRoot: z.boolean().optional() }).optional().catch(undefined),
});
export type PodSpec = z.output<typeof podSpec>;

const runSpec = z.looseObject({
  replicas: z.number().int().min(0).optional(),
  revisionHistoryLimit: z.number().int().min(0).optional(),
});

export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly source: string;
  /** `spec.template.spec`, as a fault names it. */
  readonly podPath: string;
  readonly pod: PodSpec;
  readonly labels: Readonly<Record<string, string>>;
  readonly replicas: number;
  readonly revisionHistoryLimit: number | undefined;
  /** Runs until it is stopped, so it needs probes and a way back. */
  readonly isLasting: boolean;
}

const POD_PATHS: Readonly<Record<string, string>> = {
  Deployment: 'spec.template',
  StatefulSet: 'spec.template',
  DaemonSet: 'spec.template',
  ReplicaSet: 'spec.template',
  Job: 'spec.template',
  CronJob: 'spec.jobTemplate.spec.template',
  ReplicationController: 'spec.template',
  Pod: '',
};

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

/** What cannot be read cannot be weighed, so it is refused rather than passed. */
function parsedAt<S extends z.ZodType>(schema: S, value: unknown, place: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${place}.${path.join('.')}: ${message}`);
  throw new Failure('invalid', `A manifest cannot be read: ${faults.join('; ')}`, { code: 'manifest_invalid' });
}

/** The workloads among manifests; null-like kinds (Service, Ingress, …) run nothing. */
export function workloadsIn(manifests: readonly Manifest[]): readonly Workload[] {
  return manifests.flatMap(({ object, source }) => {
    const template = POD_PATHS[object.kind];
    if (template === undefined) return [];
    const podPath = [template, 'spec'].filter(Boolean).join('.');
    const pod = parsedAt(
      podSpec,
      at(object, podPath) ?? {},
      `${source}: ${object.kind}/${object.metadata.name} ${podPath}`,
    );
    const spec = parsedAt(runSpec, object.spec ?? {}, `${source}: ${object.kind}/${object.metadata.name} spec`);
    return [
      {
        kind: object.kind,
        name: object.metadata.name,
        namespace: object.metadata.namespace,
        source,
        podPath,
        pod,
        labels: (at(object, `${template}.metadata.labels`) ?? {}) as Record<string, string>,
        replicas: spec.replicas ?? 1,
        revisionHistoryLimit: spec.revisionHistoryLimit,
        isLasting: ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind),
      },
    ];
  });
}

export interface Amounts {
  readonly memoryRequests: number;
  readonly memoryLimits: number;
  readonly cpuRequests: number;
  readonly cpuLimits: number;
}
export const NOTHING: Amounts = { memoryRequests: 0, memoryLimits: 0, cpuRequests: 0, cpuLimits: 0 };

const NAMES = ['memoryRequests', 'memoryLimits', 'cpuRequests', 'cpuLimits'] as const;
const combine = (a: Amounts, b: Amounts, how: (x: number, y: number) => number): Amounts =>
  Object.fromEntries(NAMES.map((name) => [name, how(a[name], b[name])])) as unknown as Amounts;
export const plus = (a: Amounts, b: Amounts): Amounts => combine(a, b, (x, y) => x + y);
export const minus = (a: Amounts, b: Amounts): Amounts => combine(a, b, (x, y) => Math.max(0, x - y));
export const times = (a: Amounts, factor: number): Amounts => combine(a, a, (x) => x * factor);

/** Kubernetes takes a missing request to be the limit. */
function amountsOf({ resources }: Container): Amounts {
  const { limits, requests } = resources ?? {};
  const memoryLimits = bytes(limits?.memory) ?? 0;
  const cpuLimits = millicores(limits?.cpu) ?? 0;
  const [memoryRequests, cpuRequests] = [
    bytes(requests?.memory) ?? memoryLimits,
    millicores(requests?.cpu) ?? cpuLimits,
  ];
  return { memoryLimits, cpuLimits, memoryRequests, cpuRequests };
}

/**
 * What one pod takes, as the scheduler counts: all containers together with the sidecars (init containers that keep
 * running), or the largest other init container, whichever is more.
 */
export function podAmounts({ containers, initContainers }: PodSpec): Amounts {
  const isSidecar = (each: Container) => each.restartPolicy === 'Always';
  const running = [...containers, ...initContainers.filter(isSidecar)].map(amountsOf).reduce(plus, NOTHING);
  const first = initContainers.filter((each) => !isSidecar(each)).map(amountsOf);
  return first.reduce((most, each) => combine(most, each, Math.max), running);
}
