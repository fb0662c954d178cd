/** Room in the namespace and on the nodes: the quota 2Gi/4Gi/2/4, and the 80 % at which the seed's alerts go off. Pure. */
import { asCpu, asMemory, MEBIBYTE } from '../manifests/quantity.ts';
import type { Amounts } from '../manifests/workload.ts';
import type { Fault } from './fault.ts';

/** requests.memory 2Gi, limits.memory 4Gi, requests.cpu 2, limits.cpu 4. */
export const NAMESPACE_QUOTA: Amounts = {
  memoryRequests: 2048 * MEBIBYTE,
  memoryLimits: 4096 * MEBIBYTE,
  cpuRequests: 2000,
  cpuLimits: 4000,
};

const FIELDS = {
  memoryRequests: 'requests.memory',
  memoryLimits: 'limits.memory',
  cpuRequests: 'requests.cpu',
  cpuLimits: 'limits.cpu',
} as const;
type Field = keyof typeof FIELDS;

const shown = (field: Field, amount: number): string => (field.startsWith('memory') ? asMemory(amount) : asCpu(amount));

/** `after` is what the namespace would hold once all of it runs; `quota` its own, where that is smaller. */
export function quotaFaults(namespace: string, after: Amounts, quota: Amounts): readonly Fault[] {
  return (Object.keys(FIELDS) as Field[])
    .filter((field) => after[field] > quota[field])
    .map((field) => ({
      rule: 'quota',
      path: `Namespace/${namespace} ${FIELDS[field]}`,
      text: `${shown(field, after[field])} in all, and the quota is ${shown(field, quota[field])}`,
      instead: 'Run fewer replicas, lower the requests and limits, or remove something first.',
    }));
}

export interface NodeUse {
  readonly name: string;
  readonly cpuUsed: number;
  readonly cpuAllocatable: number;
  readonly memoryUsed: number;
  readonly memoryAllocatable: number;
}

export const NODE_SHARE_MAX = 0.8;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `added`: what the change asks for beyond what runs now. A cluster that is asked for nothing more may be changed while full. */
export function capacityFaults(
  nodes: readonly NodeUse[],
  added: Pick<Amounts, 'memoryRequests' | 'cpuRequests'>,
): readonly Fault[] {
  if (nodes.length === 0 || (added.memoryRequests <= 0 && added.cpuRequests <= 0)) return [];
  const sum = (pick: (node: NodeUse) => number) => nodes.reduce((total, node) => total + pick(node), 0);
  const shares = {
    memory: (sum((node) => node.memoryUsed) + added.memoryRequests) / sum((node) => node.memoryAllocatable),
    cpu: (sum((node) => node.cpuUsed) + added.cpuRequests) / sum((node) => node.cpuAllocatable),
  };
  const full = (['memory', 'cpu'] as const).filter((what) => shares[what] > NODE_SHARE_MAX);
  const faults = full.map((what) => ({
    rule: 'capacity',
    path: `cluster ${what}`,
    text: `${percent(shares[what])} would be used, and ${percent(NODE_SHARE_MAX)} is the most`,
    instead: 'Scale something down first (`scale`), or clean up (`cleanup_failed_pods`).',
  }));
  return faults.length > 0 || nodes.some(hasRoom) ? faults : [allFull(nodes)];
}

const shareOf = (node: NodeUse): number =>
  Math.max(node.memoryUsed / node.memoryAllocatable, node.cpuUsed / node.cpuAllocatable);
const hasRoom = (node: NodeUse): boolean => shareOf(node) <= NODE_SHARE_MAX;

const allFull = (nodes: readonly NodeUse[]): Fault => ({
  rule: 'capacity',
  path: 'nodes',
  text: `every node is over ${percent(NODE_SHARE_MAX)} (${nodes.map((node) => `${node.name} ${percent(shareOf(node))}`).join(', ')})`,
  instead: 'Make room on one first.',
});
