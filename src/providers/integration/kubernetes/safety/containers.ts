/** What every container needs besides limits: both probes, no root, and an image that stays the same. Pure. */
import type { Workload } from '../manifests/workload.ts';
import { type Fault, placeOf } from './fault.ts';

export function probeFaults(workload: Workload): readonly Fault[] {
  if (!workload.isLasting) return [];
  return workload.pod.containers.flatMap((container) =>
    (['livenessProbe', 'readinessProbe'] as const)
      .filter((probe) => !container[probe])
      .map((probe) => ({
        rule: 'probes',
        path: placeOf(workload, `${workload.podPath}.containers[${container.name}].${probe}`),
        text: `no ${probe}`,
        instead: `Write ${probe}: { httpGet: { path: /health, port: 8002 } }, or what fits it.`,
      })),
  );
}

/** The pod may say it for all; a container that says otherwise overrules it. */
export function rootFaults(workload: Workload): readonly Fault[] {
  const { pod, podPath } = workload;
  const isSafe = pod.securityContext?.runAsNonRoot;
  return [...pod.containers, ...pod.initContainers]
    .filter((container) => (container.securityContext?.runAsNonRoot ?? isSafe) !== true)
    .map((container) => ({
      rule: 'root',
      path: placeOf(workload, `${podPath}.containers[${container.name}].securityContext.runAsNonRoot`),
      text: 'may run as root',
      instead: 'Write securityContext: { runAsNonRoot: true } for the pod.',
    }));
}

export function imageFaults(workload: Workload): readonly Fault[] {
  return [...workload.pod.containers, ...workload.pod.initContainers].flatMap((container) => {
    const fault = imageFault(container.image);
    const path = placeOf(workload, `${workload.podPath}.containers[${container.name}].image`);
    return fault ? [{ rule: 'image', path, ...fault }] : [];
  });
}

/** `ghcr.io:443/raolivei/nima-api:1.4.2` and anything with a digest are fine. */
function imageFault(image: string | undefined): Pick<Fault, 'text' | 'instead'> | null {
  const instead = 'Write the version, like ghcr.io/raolivei/nima-api:1.4.2, or a digest.';
  if (!image) return { text: 'no image', instead };
  if (image.includes('@sha256:')) return null;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  if (!tag) return { text: `${image} has no tag, which means latest`, instead };
  return tag === 'latest' ? { text: `${image} changes without notice`, instead } : null;
}
