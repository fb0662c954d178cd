/** Holds a change against all rules of the cluster: gathers what they need to know, and answers faults and checklist. */
import { Failure } from '../../../kernel/errors.ts';
import type { Desk } from './action.ts';
import type { Manifest } from './manifests/read.ts';
import { minus, plus, type Workload, workloadsIn } from './manifests/workload.ts';
import { capacityFaults, quotaFaults } from './safety/capacity.ts';
import { type ChecklistItem, checklistOf } from './safety/checklist.ts';
import { imageFaults, probeFaults, rootFaults } from './safety/containers.ts';
import { disruptionFaults } from './safety/disruption.ts';
import { type Fault, faultText } from './safety/fault.ts';
import { limitFaults } from './safety/limits.ts';
import { rollbackFaults } from './safety/rollback.ts';
import { budgetOf, budgetsOf, nodeUse, quotaOf, runningWorkloads, wholeAmounts } from './survey.ts';

export interface Saying {
  /** The person's way back, for what is new. */
  readonly plan: string | undefined;
  readonly isTestedLocally: boolean;
  readonly isTestedOnOneNode: boolean;
}

export interface Review {
  readonly faults: readonly Fault[];
  readonly checklist: readonly ChecklistItem[];
}

/** The rules that need nothing but the text: what `update_manifest` checks before it commits. */
export const staticFaults = (workloads: readonly Workload[]): readonly Fault[] =>
  workloads.flatMap((each) => [...limitFaults(each), ...probeFaults(each), ...rootFaults(each), ...imageFaults(each)]);

const keyOf = ({ kind, name }: Workload): string => `${kind}/${name}`;

export async function reviewOf(manifests: readonly Manifest[], saying: Saying, desk: Desk): Promise<Review> {
  const changed = workloadsIn(manifests);
  const [running, nodes, budgets, quota] = await Promise.all([
    runningWorkloads(desk),
    nodeUse(desk),
    budgetsOf(desk),
    quotaOf(desk),
  ]);
  const past = { plan: saying.plan, revisions: new Map(running.map((each) => [keyOf(each), 1])) };
  const newBudgets = manifests
    .filter(({ object }) => object.kind === 'PodDisruptionBudget')
    .map(({ object }) => budgetOf(object));
  const standing = [...budgets.filter(({ name }) => !newBudgets.some((each) => each.name === name)), ...newBudgets];
  const inNamespace = changed.filter(({ namespace }) => (namespace ?? desk.namespace) === desk.namespace);
  const faults = [
    ...staticFaults(changed),
    ...changed.flatMap((each) => rollbackFaults(each, past)),
    ...inNamespace.filter(({ isLasting }) => isLasting).flatMap((each) => disruptionFaults(each, standing)),
    ...roomFaults({ running, changed: inNamespace, nodes: nodes ?? [], quota, namespace: desk.namespace }),
  ];
  const told = { ...saying, faults, nodes: nodes?.length ?? 0, isUseKnown: (nodes?.length ?? 0) > 0 };
  return { faults, checklist: checklistOf(told) };
}

interface Room {
  readonly running: readonly Workload[];
  readonly changed: readonly Workload[];
  readonly nodes: NonNullable<Awaited<ReturnType<typeof nodeUse>>>;
  readonly quota: Awaited<ReturnType<typeof quotaOf>>;
  readonly namespace: string;
}

/** What the namespace holds after the change: all that runs, with the changed workloads in place of their old selves. */
export function roomFaults({ running, changed, nodes, quota, namespace }: Room): readonly Fault[] {
  const replaced = running.filter((each) => changed.some((other) => keyOf(other) === keyOf(each)));
  const [now, old, next] = [running, replaced, changed].map((list) => wholeAmounts(list, nodes.length)) as [
    Amounts,
    Amounts,
    Amounts,
  ];
  const after = plus(minus(now, old), next);
  return [...quotaFaults(namespace, after, quota), ...capacityFaults(nodes, minus(after, now))];
}
type Amounts = ReturnType<typeof wholeAmounts>;

/** Throws every fault at once, each with its place and what to write instead. */
export function refuse({ faults, checklist }: Review, what: string): void {
  if (faults.length === 0) return;
  const list = faults.map((fault) => `  - ${faultText(fault)}`).join('\n');
  throw new Failure('invalid', `${what} would break the cluster's rules:\n${list}`, {
    code: 'cluster_rules_broken',
    details: { faults, checklist },
  });
}

export const checklistLines = ({ checklist }: Review): string =>
  checklist
    .map(
      ({ item, state, why }) =>
        `${state === 'ok' ? '[ok]' : state === 'failed' ? '[failed]' : '[not known]'} ${item}: ${why}`,
    )
    .join('\n');
