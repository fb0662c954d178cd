/** How far a rollout is, as `kubectl rollout status` judges it, and waiting for its end. */
import { z } from 'zod';
import { Failure } from '../../../kernel/errors.ts';
import { type Desk, notYet, until } from './action.ts';
import { readAs, type WorkloadKind, workloadPath } from './client/objects.ts';

const counts = z.looseObject({
  observedGeneration: z.number().default(0),
  replicas: z.number().default(0),
  updatedReplicas: z.number().default(0),
  readyReplicas: z.number().default(0),
  availableReplicas: z.number().default(0),
  desiredNumberScheduled: z.number().optional(),
  updatedNumberScheduled: z.number().optional(),
  numberAvailable: z.number().optional(),
  conditions: z
    .array(
      z.looseObject({
        type: z.string(),
        status: z.string(),
        reason: z.string().optional(),
        message: z.string().optional(),
      }),
    )
    .default([]),
});
const workload = z.looseObject({
  metadata: z.looseObject({
    generation: z.number().default(0),
    annotations: z.record(z.string(), z.string()).default({}),
    resourceVersion: z.string().default(''),
  }),
  spec: z.looseObject({ replicas: z.number().default(1), paused: z.boolean().default(false) }),
  status: counts.prefault({}),
});
export type RolledOut = z.output<typeof workload>;

export const readWorkload = (desk: Desk, kind: WorkloadKind, name: string): Promise<RolledOut> =>
  readAs(desk.cluster, { method: 'GET', path: workloadPath(desk.namespace, kind, name) }, workload);

export interface RolloutState {
  readonly isDone: boolean;
  readonly text: string;
  readonly wanted: number;
  readonly updated: number;
  readonly available: number;
}

/** Pure: the answer of `kubectl rollout status`, in our words. */
export function stateOf({ metadata, spec, status }: RolledOut): RolloutState {
  const wanted = status.desiredNumberScheduled ?? spec.replicas;
  const updated = status.updatedNumberScheduled ?? status.updatedReplicas;
  const available =
    status.numberAvailable ?? Math.min(status.availableReplicas || status.readyReplicas, status.replicas);
  const counted = { wanted, updated, available };
  if (status.observedGeneration < metadata.generation)
    return { ...counted, isDone: false, text: 'The cluster has not looked at it yet.' };
  if (spec.paused) return { ...counted, isDone: false, text: 'It is paused.' };
  const old = Math.max(0, status.replicas - updated);
  if (updated < wanted) return { ...counted, isDone: false, text: `${updated} of ${wanted} pods are new.` };
  if (old > 0 && status.desiredNumberScheduled === undefined)
    return { ...counted, isDone: false, text: `${old} old pods are still ending.` };
  if (available < wanted) return { ...counted, isDone: false, text: `${available} of ${wanted} pods are ready.` };
  return { ...counted, isDone: true, text: `${available} of ${wanted} pods are ready.` };
}

/** Waits for the end of a rollout. Throws `conflict` when the cluster itself gave up on it. */
export async function rolledOut(
  desk: Desk,
  target: { kind: WorkloadKind; name: string },
  seconds: number,
): Promise<RolloutState> {
  const { kind, name } = target;
  let last = '';
  const done = await until(desk, seconds, async () => {
    const seen = await readWorkload(desk, kind, name);
    const state = stateOf(seen);
    if (state.text !== last) desk.work.log(`${kind}/${name}: ${state.text}`);
    last = state.text;
    if (state.wanted > 0) desk.work.progress(Math.min(1, state.available / state.wanted));
    const stuck = seen.status.conditions.find(({ reason }) => reason === 'ProgressDeadlineExceeded');
    if (stuck && !state.isDone && seen.status.observedGeneration >= seen.metadata.generation)
      throw gaveUp(name, stuck.message ?? '');
    return state.isDone || seconds === 0 ? state : null;
  });
  if (done) return done;
  throw notYet(
    `${kind}/${name} did not run within ${seconds} s (${last}) Look at \`events\` and \`logs\`, or \`rollback\`.`,
  );
}

const gaveUp = (name: string, said: string): Failure =>
  new Failure('conflict', `The rollout of ${name} does not get on (${said}). Look at \`logs\`, then \`rollback\`.`, {
    code: 'cluster_rollout_stuck',
  });
