/** The way back: old revisions are kept, and something new says how it is undone. Pure. */
import type { Workload } from '../manifests/workload.ts';
import { type Fault, placeOf } from './fault.ts';

export interface Past {
  /** Revisions the cluster keeps of a workload, by `Kind/name`; none where it is new. */
  readonly revisions: ReadonlyMap<string, number>;
  /** What the person wrote as the way back: "delete the deployment, the old one still runs". */
  readonly plan: string | undefined;
}

export function rollbackFaults(workload: Workload, { revisions, plan }: Past): readonly Fault[] {
  if (!workload.isLasting) return [];
  const fault = (path: string, text: string, instead: string): Fault => ({
    rule: 'rollback',
    path: placeOf(workload, path),
    text,
    instead,
  });
  if (workload.revisionHistoryLimit === 0) {
    return [
      fault(
        'spec.revisionHistoryLimit',
        'keeps no old revision to go back to',
        'Leave it out (10), or write 2 or more.',
      ),
    ];
  }
  const known = revisions.get(`${workload.kind}/${workload.name}`) ?? 0;
  if (known > 0 || plan?.trim()) return [];
  return [
    fault(
      '',
      'is new, so there is no revision to go back to',
      'Say in `rollback` how to undo it, like "delete it; nothing uses it yet".',
    ),
  ];
}
