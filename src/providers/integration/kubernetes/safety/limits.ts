/** Limits per pod on a Raspberry Pi: 512Mi (256Mi for a frontend) and 1000m, with requests, on every container. Pure. */
import { asCpu, asMemory, bytes, MEBIBYTE, millicores } from '../manifests/quantity.ts';
import { type Container, podAmounts, type Workload } from '../manifests/workload.ts';
import { type Fault, placeOf } from './fault.ts';

export const POD_MEMORY_MAX = 512 * MEBIBYTE;
export const FRONTEND_MEMORY_MAX = 256 * MEBIBYTE;
export const POD_CPU_MAX = 1000;

/** By its name or labels: people call it nima-frontend, frontend-chat, or label it so. */
export const isFrontend = ({ name, labels }: Workload): boolean =>
  [name, ...Object.values(labels)].some((text) => /(^|-)(frontend|web|ui)(-|$)/.test(text));

const HINTS = { memory: '256Mi', cpu: '500m' } as const;
const READ = { memory: bytes, cpu: millicores } as const;

export function limitFaults(workload: Workload): readonly Fault[] {
  const named: (readonly [string, Container])[] = [
    ...workload.pod.containers.map((each) => [`containers[${each.name}]`, each] as const),
    ...workload.pod.initContainers.map((each) => [`initContainers[${each.name}]`, each] as const),
  ];
  return [...named.flatMap(([path, each]) => containerFaults(workload, path, each)), ...podFaults(workload)];
}

function containerFaults(workload: Workload, path: string, { resources }: Container): readonly Fault[] {
  return (['memory', 'cpu'] as const).flatMap((what) => {
    const read = READ[what];
    const [limit, request] = [read(resources?.limits?.[what]), read(resources?.requests?.[what])];
    const at = (side: string) => placeOf(workload, `${workload.podPath}.${path}.resources.${side}.${what}`);
    const fault = (side: string, text: string, instead: string): Fault => ({
      rule: 'limits',
      path: at(side),
      text,
      instead,
    });
    if (limit === null) return [fault('limits', `no ${what} limit`, `Write ${what}: ${HINTS[what]}.`)];
    if (request === null)
      return [
        fault(
          'requests',
          `no ${what} request`,
          `Write what it usually uses, at most ${String(resources?.limits?.[what])}.`,
        ),
      ];
    if (request > limit)
      return [fault('requests', 'more than the limit', `Write at most ${String(resources?.limits?.[what])}.`)];
    return [];
  });
}

function podFaults(workload: Workload): readonly Fault[] {
  const { memoryLimits, cpuLimits } = podAmounts(workload.pod);
  const isFront = isFrontend(workload);
  const memoryMax = isFront ? FRONTEND_MEMORY_MAX : POD_MEMORY_MAX;
  const fault = (what: string, is: string, most: string): Fault => ({
    rule: 'limits',
    path: placeOf(workload, `${workload.podPath}.containers[*].resources.limits.${what}`),
    text: `${is} for one ${isFront ? 'frontend ' : ''}pod, and ${most} is the most`,
    instead: `Lower the limits of its containers to ${most} together.`,
  });
  return [
    ...(memoryLimits > memoryMax ? [fault('memory', asMemory(memoryLimits), asMemory(memoryMax))] : []),
    ...(cpuLimits > POD_CPU_MAX ? [fault('cpu', asCpu(cpuLimits), asCpu(POD_CPU_MAX))] : []),
  ];
}
