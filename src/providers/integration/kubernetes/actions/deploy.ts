/**
 * `deploy` applies manifests once they pass every rule. GitOps first: while Flux keeps the namespace, it would put back
 * what Git says within minutes, so the way is `update_manifest`, and `emergency_deploy` when Git or Flux is down.
 */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { type Desk, inNamespace, kubernetesAction, waiting } from '../action.ts';
import { applyAll, manifestsOf, titlesOf } from '../apply.ts';
import { kustomizationOf } from '../flux/suspension.ts';
import { checklistLines, refuse, reviewOf, type Saying } from '../review.ts';

export const deploying = z.object({
  ...inNamespace,
  ...waiting,
  manifests: z.string().max(1_000_000).optional().describe('Manifests as YAML, one or many documents.'),
  path: z.string().max(500).optional().describe('File or folder in the GitOps clone, instead of `manifests`.'),
  rollback: z.string().max(2000).optional().describe('How to undo it; needed for what is new on the cluster.'),
  tested_locally: z.boolean().default(false).describe('It ran with Docker Compose.'),
  tested_on_one_node: z.boolean().default(false).describe('It ran on a single node.'),
  force: z.boolean().default(false).describe('Take over fields another manager (kubectl, Flux) set.'),
});
export type Deploying = z.output<typeof deploying>;

export const sayingOf = ({ rollback, tested_locally, tested_on_one_node }: Deploying): Saying => ({
  plan: rollback,
  isTestedLocally: tested_locally,
  isTestedOnOneNode: tested_on_one_node,
});

export const deploy = kubernetesAction({
  name: 'deploy',
  summary: 'Apply manifests to the cluster, if they pass its rules',
  effect: 'spend',
  params: deploying,
  async preview(params, desk) {
    await refuseBesideFlux(desk);
    const manifests = await manifestsOf(params, desk);
    const review = await reviewOf(manifests, sayingOf(params), desk);
    refuse(review, 'This deployment');
    return `Apply ${titlesOf(manifests)} to ${desk.namespace} on ${desk.cluster.context}.\n${checklistLines(review)}`;
  },
  async run(params, desk) {
    await refuseBesideFlux(desk);
    const manifests = await manifestsOf(params, desk);
    const review = await reviewOf(manifests, sayingOf(params), desk);
    refuse(review, 'This deployment');
    const states = await applyAll(manifests, desk, { isForced: params.force, seconds: params.wait_s });
    return {
      summary: `Deployed ${titlesOf(manifests)} to ${desk.namespace}. ${states.join(' ')}`.trim(),
      data: {
        applied: manifests.map(({ object }) => ({ kind: object.kind, name: object.metadata.name })),
        checklist: review.checklist,
      },
    };
  },
});

async function refuseBesideFlux({ cluster, config }: Desk): Promise<void> {
  if (!config.fluxKustomization) return;
  const flux = await kustomizationOf(cluster, config.fluxKustomization);
  if (!flux || flux.spec.suspend) return;
  const text = `Flux keeps this namespace as Git says, and would undo it. Use update_manifest; if Git or Flux is down, emergency_deploy.`;
  throw new Failure('conflict', text, { code: 'flux_in_charge' });
}
