/** What runs already: how many, started anew, and how far it is. */
import { z } from 'zod';
import { type Desk, inNamespace, kubernetesAction, objectName, waiting } from '../action.ts';
import { FIELD_MANAGER, readAs, WORKLOADS, type WorkloadKind, workloadPath } from '../client/objects.ts';
import { refuse, roomFaults } from '../review.ts';
import { readWorkload, rolledOut } from '../rollout.ts';
import { checklistOf } from '../safety/checklist.ts';
import { disruptionFaults } from '../safety/disruption.ts';
import { budgetsOf, nodeUse, quotaOf, runningWorkloads } from '../survey.ts';

const kinds = Object.keys(WORKLOADS) as [WorkloadKind, ...WorkloadKind[]];
export const workload = {
  ...inNamespace,
  kind: z.enum(kinds).default('deployment').describe('What it is.'),
  name: objectName.describe('Its name: `nima-api`.'),
} as const;

const MERGE = 'application/merge-patch+json';

const scaling = z.object({
  ...inNamespace,
  ...waiting,
  kind: z.enum(['deployment', 'statefulset']).default('deployment').describe('What it is.'),
  name: objectName.describe('Its name: `nima-api`.'),
  replicas: z.number().int().min(0).max(50).describe('How many pods are to run.'),
});

const scaleAnswer = z.looseObject({ spec: z.looseObject({ replicas: z.number().default(0) }).prefault({}) });

/** More pods must fit; fewer must not undercut a disruption budget. */
async function checkScale({ kind, name, replicas }: z.output<typeof scaling>, desk: Desk): Promise<number> {
  const current = (await readWorkload(desk, kind, name)).spec.replicas;
  const [running, nodes, budgets, quota] = await Promise.all([
    runningWorkloads(desk),
    nodeUse(desk),
    budgetsOf(desk),
    quotaOf(desk),
  ]);
  const mine = running.filter((each) => each.kind.toLowerCase() === kind && each.name === name);
  const changed = mine.map((each) => ({ ...each, replicas }));
  const room =
    replicas > current ? roomFaults({ running, changed, nodes: nodes ?? [], quota, namespace: desk.namespace }) : [];
  const faults = [...room, ...changed.flatMap((each) => (replicas === 0 ? [] : disruptionFaults(each, budgets)))];
  const told = {
    faults,
    isTestedLocally: false,
    isTestedOnOneNode: false,
    nodes: nodes?.length ?? 0,
    isUseKnown: nodes !== null,
    plan: undefined,
  };
  refuse({ faults, checklist: checklistOf(told) }, `Scaling ${name} to ${replicas}`);
  return current;
}

export const scale = kubernetesAction({
  name: 'scale',
  summary: 'Change how many pods of a workload run',
  // Nothing left running is an outage until somebody scales up again.
  effect: ({ replicas }) => (replicas === 0 ? 'destroy' : 'spend'),
  params: scaling,
  async preview(params, desk) {
    const current = await checkScale(params, desk);
    return `Scale ${params.kind}/${params.name} in ${desk.namespace} from ${current} to ${params.replicas}.`;
  },
  async run(params, desk) {
    const { kind, name, replicas, wait_s } = params;
    const current = await checkScale(params, desk);
    const path = `${workloadPath(desk.namespace, kind, name)}/scale`;
    const query = { fieldManager: FIELD_MANAGER };
    await readAs(
      desk.cluster,
      { method: 'PATCH', path, query, body: { spec: { replicas } }, type: MERGE },
      scaleAnswer,
    );
    desk.work.log(`Scaled ${name} from ${current} to ${replicas}.`);
    if (desk.config.fluxKustomization)
      desk.work.log('If Git names `replicas`, Flux puts that number back; change it there too.');
    const state = await rolledOut(desk, { kind, name }, wait_s);
    return {
      summary: `${kind}/${name} runs ${replicas} instead of ${current}. ${state.text}`,
      data: { name, before: current, replicas, ...state },
    };
  },
});

export const RESTARTED_FOR = 'nima.dev/restarted-for';

export const rolloutRestart = kubernetesAction({
  name: 'rollout_restart',
  summary: 'Start all pods of a workload anew, one after the other',
  effect: 'spend',
  params: z.object({ ...workload, ...waiting }),
  preview: async ({ kind, name }, { namespace, cluster }) =>
    `Restart ${kind}/${name} in ${namespace} on ${cluster.context}.`,
  async run({ kind, name, wait_s }, desk) {
    const seen = await readWorkload(desk, kind, name);
    const key = desk.work.idempotencyKey;
    if (seen.metadata.annotations[RESTARTED_FOR] === key) desk.work.log('An earlier try restarted it already.');
    else {
      const restartedAt = new Date(desk.means.now()).toISOString();
      const template = { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': restartedAt } } };
      const body = { metadata: { annotations: { [RESTARTED_FOR]: key } }, spec: { template } };
      await desk.cluster.json({
        method: 'PATCH',
        path: workloadPath(desk.namespace, kind, name),
        query: { fieldManager: FIELD_MANAGER },
        body,
        type: MERGE,
      });
    }
    const state = await rolledOut(desk, { kind, name }, wait_s);
    return { summary: `${kind}/${name} is restarted. ${state.text}`, data: { name, ...state } };
  },
});

export const rolloutStatus = kubernetesAction({
  name: 'rollout_status',
  summary: 'How far a rollout is',
  effect: 'read',
  params: z.object({ ...workload, wait_s: waiting.wait_s.default(0) }),
  preview: async ({ kind, name }) => `Look how far ${kind}/${name} is.`,
  async run({ kind, name, wait_s }, desk) {
    const state = await rolledOut(desk, { kind, name }, wait_s);
    return { summary: `${kind}/${name}: ${state.text}`, data: { name, ...state } };
  },
});
