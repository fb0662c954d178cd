/** What breaks a rule of the cluster: which rule, where it is written, what is wrong and what to write instead. */
import type { Workload } from '../manifests/workload.ts';

export interface Fault {
  /** Of the checklist: `limits`, `probes`, `rollback`, … */
  readonly rule: string;
  /** `deploy.yaml: Deployment/nima-api spec.template.spec.containers[api].resources.limits.memory`. */
  readonly path: string;
  readonly text: string;
  /** What to write instead. */
  readonly instead: string;
}

export const placeOf = (workload: Workload, path: string): string =>
  `${workload.source}: ${workload.kind}/${workload.name} ${path}`;

export const faultText = ({ path, text, instead }: Fault): string => `${path}: ${text}. ${instead}`;
