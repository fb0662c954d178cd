/** The seed's "Deployment Safety Checklist", answered: each of its items ok, failed or not known, and why. Pure. */
import { type Fault, faultText } from './fault.ts';

export type ItemState = 'ok' | 'failed' | 'not_known';
export interface ChecklistItem {
  readonly item: string;
  readonly state: ItemState;
  readonly why: string;
}

export interface Told {
  readonly faults: readonly Fault[];
  readonly isTestedLocally: boolean;
  readonly isTestedOnOneNode: boolean;
  readonly nodes: number;
  /** False where the cluster has no metrics server: then nobody knows what is used. */
  readonly isUseKnown: boolean;
  readonly plan: string | undefined;
}

export function checklistOf(told: Told): readonly ChecklistItem[] {
  const byRules = (
    item: string,
    rules: readonly string[],
    otherwise: string,
    state: ItemState = 'ok',
  ): ChecklistItem => {
    const broken = told.faults.filter(({ rule }) => rules.includes(rule));
    return broken.length > 0
      ? { item, state: 'failed', why: broken.map(faultText).join(' ') }
      : { item, state, why: otherwise };
  };
  const capacity = told.isUseKnown
    ? byRules('Check cluster capacity', ['capacity', 'quota'], 'Nodes stay below 80 %, the namespace within its quota.')
    : byRules(
        'Check cluster capacity',
        ['capacity', 'quota'],
        'The cluster has no metrics; install metrics-server.',
        'not_known',
      );
  return [
    told.isTestedLocally
      ? { item: 'Test locally with Docker Compose first', state: 'ok', why: 'You said so.' }
      : {
          item: 'Test locally with Docker Compose first',
          state: 'not_known',
          why: 'Say `tested_locally: true` once it ran.',
        },
    byRules(
      'Validate resource requests and limits',
      ['limits'],
      'All containers have both, within 512Mi (256Mi frontend) and 1000m.',
    ),
    capacity,
    byRules('Review pod disruption budgets', ['disruption'], 'No budget is undercut, none blocks a drain.'),
    byRules(
      'Have a rollback plan ready',
      ['rollback'],
      told.plan ?? 'Kubernetes keeps the revision before; `rollback` goes back to it.',
    ),
    byRules('Health checks on all pods', ['probes'], 'Liveness and readiness probes are there.'),
    byRules(
      'Security contexts and fixed images',
      ['root', 'image'],
      'Nothing runs as root, no image changes by itself.',
    ),
    oneNodeItem(told),
  ];
}

function oneNodeItem({ nodes, isTestedOnOneNode }: Told): ChecklistItem {
  const item = 'Test on single node before cluster-wide';
  if (nodes === 1) return { item, state: 'ok', why: 'The cluster has one node.' };
  if (isTestedOnOneNode) return { item, state: 'ok', why: 'You said so.' };
  return { item, state: 'not_known', why: 'Deploy one replica first, or say `tested_on_one_node: true`.' };
}
