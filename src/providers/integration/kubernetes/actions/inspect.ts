/** Looking at the cluster: use, pods, logs, objects, events. What pods print is untrusted; Secrets are not shown. */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { type Desk, inNamespace, kubernetesAction, objectName } from '../action.ts';
import { orNull, pathOf, readAs } from '../client/objects.ts';
import { asCpu, asMemory, bytes, millicores } from '../manifests/quantity.ts';
import { NODE_SHARE_MAX } from '../safety/capacity.ts';
import { listOf, nodeUse } from '../survey.ts';

const podMetrics = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  containers: z.array(z.looseObject({ usage: z.record(z.string(), z.string()) })),
});

const noMetrics = () =>
  new Failure('unavailable', 'The cluster has no metrics. Install metrics-server, or wait a minute after a start.', {
    code: 'cluster_no_metrics',
  });

async function podUse({ cluster, namespace }: Desk) {
  const path = `/apis/metrics.k8s.io/v1beta1/namespaces/${namespace}/pods`;
  const found = await orNull(readAs(cluster, { method: 'GET', path }, listOf(podMetrics)));
  return (found?.items ?? [])
    .map(({ metadata, containers }) => ({
      name: metadata.name,
      memory: containers.reduce((sum, { usage }) => sum + (bytes(usage.memory) ?? 0), 0),
      cpu: containers.reduce((sum, { usage }) => sum + (millicores(usage.cpu) ?? 0), 0),
    }))
    .sort((a, b) => b.memory - a.memory)
    .map(({ name, memory, cpu }) => ({ name, memory: asMemory(memory), cpu: asCpu(cpu) }));
}

const percent = (used: number, of: number): number => (of > 0 ? Math.round((used / of) * 100) : 0);

export const top = kubernetesAction({
  name: 'top',
  summary: 'What nodes and pods use now',
  effect: 'read',
  params: z.object(inNamespace),
  preview: async () => 'Look at what nodes and pods use.',
  async run(_, desk) {
    const [nodes, pods] = await Promise.all([nodeUse(desk), podUse(desk)]);
    if (!nodes) throw noMetrics();
    const shown = nodes.map((node) => ({
      name: node.name,
      cpu: asCpu(node.cpuUsed),
      cpu_percent: percent(node.cpuUsed, node.cpuAllocatable),
      memory: asMemory(node.memoryUsed),
      memory_percent: percent(node.memoryUsed, node.memoryAllocatable),
    }));
    const full = shown.filter((each) => Math.max(each.cpu_percent, each.memory_percent) > NODE_SHARE_MAX * 100);
    const uses = shown
      .map((each) => `${each.name} ${each.memory_percent} % memory, ${each.cpu_percent} % CPU`)
      .join('; ');
    const warning = full.length > 0 ? ` Over 80 %: ${full.map(({ name }) => name).join(', ')}.` : '';
    return { summary: `${uses}.${warning}`, data: { nodes: shown, pods } };
  },
});

const state = z.looseObject({ reason: z.string().optional() }).optional();
const pod = z.looseObject({
  metadata: z.looseObject({ name: z.string(), creationTimestamp: z.string().nullish() }),
  spec: z.looseObject({ nodeName: z.string().optional() }).prefault({}),
  status: z
    .looseObject({
      phase: z.string().default('Unknown'),
      reason: z.string().optional(),
      containerStatuses: z
        .array(
          z.looseObject({
            restartCount: z.number().default(0),
            ready: z.boolean().default(false),
            state: z.looseObject({ waiting: state, terminated: state }).optional(),
            lastState: z.looseObject({ terminated: state }).optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
});

/** The reason first people look for: CrashLoopBackOff, OOMKilled. */
function shownPod({ metadata, spec, status }: z.output<typeof pod>) {
  const statuses = status.containerStatuses;
  const reason =
    statuses.map(({ state }) => state?.waiting?.reason ?? state?.terminated?.reason).find(Boolean) ?? status.reason;
  return {
    name: metadata.name,
    phase: status.phase,
    reason: reason ?? null,
    last_end: statuses.map(({ lastState }) => lastState?.terminated?.reason).find(Boolean) ?? null,
    ready: `${statuses.filter(({ ready }) => ready).length}/${statuses.length}`,
    restarts: statuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    node: spec.nodeName ?? null,
    since: metadata.creationTimestamp ?? null,
  };
}

export const podsOf = async ({ cluster, namespace }: Desk, query: Record<string, string>) =>
  (
    await readAs(
      cluster,
      { method: 'GET', path: `/api/v1/namespaces/${namespace}/pods`, query: { limit: '500', ...query } },
      listOf(pod),
    )
  ).items;

export const listPods = kubernetesAction({
  name: 'list_pods',
  summary: 'List the pods of a namespace',
  effect: 'read',
  params: z.object({ ...inNamespace, selector: z.string().max(500).optional().describe('Labels: `app=nima-api`.') }),
  preview: async (_, { namespace }) => `List the pods of ${namespace}.`,
  async run({ selector }, desk) {
    const pods = (await podsOf(desk, selector ? { labelSelector: selector } : {})).map(shownPod);
    const unwell = pods.filter(({ phase, reason }) => phase === 'Failed' || (reason && reason !== 'Completed'));
    const note =
      unwell.length > 0
        ? ` Unwell: ${unwell.map(({ name, reason }) => `${name} (${reason ?? 'Failed'})`).join(', ')}.`
        : '';
    return { summary: `${pods.length} pods in ${desk.namespace}.${note}`, data: { pods }, isUntrusted: true };
  },
});

export const logs = kubernetesAction({
  name: 'logs',
  summary: 'Read what a pod printed last',
  effect: 'read',
  params: z.object({
    ...inNamespace,
    pod: objectName.describe('Name of the pod.'),
    container: objectName.optional().describe('Container; needed where a pod has several.'),
    lines: z.number().int().min(1).max(5000).default(200).describe('How many of the last lines.'),
    previous: z.boolean().default(false).describe('Of the container before its last restart.'),
  }),
  preview: async ({ pod }, { namespace }) => `Read the log of ${pod} in ${namespace}.`,
  async run({ pod, container, lines, previous }, { cluster, namespace }) {
    const path = `/api/v1/namespaces/${namespace}/pods/${pod}/log`;
    // 256 kB: about 64,000 tokens, more than a model reads at once.
    const query = {
      tailLines: String(lines),
      limitBytes: '262144',
      timestamps: 'true',
      previous: String(previous),
      ...(container ? { container } : {}),
    };
    const text = await cluster.text({ method: 'GET', path, query });
    return {
      summary: `The last ${text.split('\n').filter(Boolean).length} lines of ${pod}.`,
      data: { pod, text },
      isUntrusted: true,
    };
  },
});

export const get = kubernetesAction({
  name: 'get',
  summary: 'Read one object of the cluster',
  effect: 'read',
  params: z.object({
    ...inNamespace,
    kind: z
      .string()
      .regex(/^[A-Z]\w+$/, 'Write the kind as in a manifest: "Deployment".')
      .describe('Kind: `Deployment`.'),
    api_version: z
      .string()
      .regex(/^[a-z0-9.-]+(\/v\w+)?$/)
      .default('apps/v1')
      .describe('Its apiVersion: `apps/v1`, `v1`.'),
    name: objectName.describe('Its name.'),
  }),
  preview: async ({ kind, name }, { namespace }) => `Read ${kind}/${name} of ${namespace}.`,
  async run({ kind, api_version, name }, { cluster, namespace }) {
    if (kind === 'Secret')
      throw new Failure('forbidden', 'Nima does not show Secrets. Use kubectl.', { code: 'cluster_secret' });
    const path = await pathOf(cluster, { apiVersion: api_version, kind, metadata: { name } }, namespace);
    const object = await readAs(cluster, { method: 'GET', path }, z.looseObject({ metadata: z.looseObject({}) }));
    const { managedFields: _, ...metadata } = object.metadata;
    return {
      summary: `${kind}/${name} of ${namespace}.`,
      data: { object: { ...object, metadata } },
      isUntrusted: true,
    };
  },
});

const event = z.looseObject({
  type: z.string().default('Normal'),
  reason: z.string().default(''),
  message: z.string().default(''),
  count: z.number().nullish(),
  lastTimestamp: z.string().nullish(),
  eventTime: z.string().nullish(),
  involvedObject: z.looseObject({ kind: z.string().default(''), name: z.string().default('') }),
});

export const events = kubernetesAction({
  name: 'events',
  summary: 'What the cluster noted lately',
  effect: 'read',
  params: z.object({ ...inNamespace, about: objectName.optional().describe('Only about the object of this name.') }),
  preview: async (_, { namespace }) => `Read the events of ${namespace}.`,
  async run({ about }, { cluster, namespace }) {
    const query = { limit: '500', ...(about ? { fieldSelector: `involvedObject.name=${about}` } : {}) };
    const { items } = await readAs(
      cluster,
      { method: 'GET', path: `/api/v1/namespaces/${namespace}/events`, query },
      listOf(event),
    );
    const events = items
      .map((each) => ({
        at: each.lastTimestamp ?? each.eventTime ?? null,
        type: each.type,
        reason: each.reason,
        about: `${each.involvedObject.kind}/${each.involvedObject.name}`,
        text: each.message,
        count: each.count ?? 1,
      }))
      .sort((a, b) => String(b.at).localeCompare(String(a.at)));
    const warnings = events.filter(({ type }) => type === 'Warning').length;
    return {
      summary: `${events.length} events in ${namespace}, ${warnings} warnings.`,
      data: { events },
      isUntrusted: true,
    };
  },
});
