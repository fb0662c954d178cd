/** What the Kubernetes integration is told: which cluster, which namespace, where Git describes it, what Flux calls it. */
import { homedir } from 'node:os';
import { z } from 'zod';

export const kubernetesConfig = z.object({
  kubeconfig: z
    .string()
    .optional()
    .describe('Path of the kubeconfig. Empty: the service account inside a cluster, else `~/.kube/config`.'),
  context: z.string().optional().describe('Context of the kubeconfig. Empty: its current one.'),
  namespace: z.string().default('nima').describe('Namespace meant when none is named.'),
  timeoutMs: z
    .number()
    .int()
    .min(100)
    .default(15_000)
    .describe('Silence after which the cluster counts as unreachable. A busy Pi answers within seconds.'),
  fluxKustomization: z
    .string()
    .regex(/^(?:[a-z0-9.-]+\/)?[a-z0-9.-]+$/)
    .optional()
    .describe('The Flux Kustomization that keeps the namespace: `nima`, or `flux-system/nima`.'),
  gitopsFolder: z
    .string()
    .optional()
    .describe('Local clone of the repository Flux follows: `/home/you/pi-fleet`. Its working copy is never touched.'),
  gitopsPath: z.string().default('clusters/eldertree/nima').describe('Folder in it with the manifests.'),
  gitopsBranch: z.string().default('main').describe('Branch Flux follows.'),
});
export type KubernetesConfig = z.output<typeof kubernetesConfig>;

/** `nima` → `{ namespace: 'flux-system', name: 'nima' }`: Flux lives there unless somebody moved it. */
export function kustomizationAt(reference: string): { namespace: string; name: string } {
  const [first = '', second] = reference.split('/');
  return second === undefined ? { namespace: 'flux-system', name: first } : { namespace: first, name: second };
}

/** `~/pi-fleet`, as people write paths. */
export const fromHome = (path: string): string => path.replace(/^~(?=\/|$)/, homedir());
