/** Objects of the cluster, of any kind: what they look like, where they are found, how they are read and applied. */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import type { Call, Cluster } from './cluster.ts';

export const kubeObject = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
    uid: z.string().optional(),
    resourceVersion: z.string().optional(),
    generation: z.number().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    ownerReferences: z.array(z.looseObject({ uid: z.string(), controller: z.boolean().optional() })).optional(),
    creationTimestamp: z.string().nullish(),
  }),
});
export type KubeObject = z.output<typeof kubeObject>;

/** Names the objects of server-side apply that are ours. */
export const FIELD_MANAGER = 'nima';

export const WORKLOADS = { deployment: 'deployments', statefulset: 'statefulsets', daemonset: 'daemonsets' } as const;
export type WorkloadKind = keyof typeof WORKLOADS;

export const workloadPath = (namespace: string, kind: WorkloadKind, name = ''): string =>
  `/apis/apps/v1/namespaces/${namespace}/${WORKLOADS[kind]}${name ? `/${name}` : ''}`;

export async function readAs<S extends z.ZodType>(cluster: Cluster, call: Call, schema: S): Promise<z.output<S>> {
  const result = schema.safeParse(await cluster.json(call));
  if (result.success) return result.data;
  throw new Failure('unavailable', `The cluster answered ${call.path} in a form Nima does not know.`, {
    code: 'cluster_answer_unknown',
    cause: result.error,
  });
}

/** Null where the cluster has none; any other refusal is thrown. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((thrown) => {
    if (thrown instanceof Failure && thrown.kind === 'not_found') return null;
    throw thrown;
  });
}

const resourceList = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), singularName: z.string().optional(), namespaced: z.boolean() }),
  ),
});

/** Asks the cluster itself how a kind is called in addresses: it knows its custom kinds, a table of ours would not. */
export async function pathOf(cluster: Cluster, object: KubeObject, namespace: string): Promise<string> {
  const root = object.apiVersion.includes('/') ? `/apis/${object.apiVersion}` : `/api/${object.apiVersion}`;
  const list = await orNull(readAs(cluster, { method: 'GET', path: root }, resourceList));
  const found = list?.resources.find(({ kind, name }) => kind === object.kind && !name.includes('/'));
  if (!found) {
    const text = `The cluster knows no ${object.kind} of ${object.apiVersion}. Check apiVersion and kind, or install what brings it.`;
    throw new Failure('invalid', text, { code: 'manifest_kind_unknown' });
  }
  const inside = found.namespaced ? `/namespaces/${object.metadata.namespace ?? namespace}` : '';
  return `${root}${inside}/${found.name}/${object.metadata.name}`;
}

export interface Applying {
  readonly path: string;
  /** Let the API server check and answer, but change nothing. */
  readonly isDryRun?: boolean;
  /** Take over fields that another manager (Flux, kubectl) owns. */
  readonly isForced?: boolean;
}

export function apply(
  cluster: Cluster,
  object: KubeObject,
  { path, isDryRun, isForced }: Applying,
): Promise<KubeObject> {
  const query = {
    fieldManager: FIELD_MANAGER,
    force: String(isForced ?? false),
    fieldValidation: 'Strict',
    ...(isDryRun ? { dryRun: 'All' } : {}),
  };
  return readAs(
    cluster,
    { method: 'PATCH', path, query, body: object, type: 'application/apply-patch+yaml' },
    kubeObject,
  );
}
