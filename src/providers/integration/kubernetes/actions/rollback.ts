/** `rollback`, as `kubectl rollout undo` does it: the pod template of an older ReplicaSet becomes the deployment's again. */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { type Desk, inNamespace, kubernetesAction, objectName, waiting } from '../action.ts';
import { FIELD_MANAGER, readAs, workloadPath } from '../client/objects.ts';
import { rolledOut } from '../rollout.ts';
import { listOf } from '../survey.ts';

const REVISION = 'deployment.kubernetes.io/revision';
export const ROLLED_BACK_FOR = 'nima.dev/rolled-back-for';

const metadata = z.looseObject({
  name: z.string(),
  uid: z.string().default(''),
  resourceVersion: z.string().default(''),
  annotations: z.record(z.string(), z.string()).default({}),
  ownerReferences: z.array(z.looseObject({ uid: z.string() })).default([]),
});
const template = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()).default({}) }).nullish(),
  spec: z.looseObject({ containers: z.array(z.looseObject({ image: z.string().default('?') })).default([]) }),
});
const replicaSet = z.looseObject({ metadata, spec: z.looseObject({ template }) });
const deployment = z.looseObject({ metadata });

export interface Revision {
  readonly number: number;
  readonly template: z.output<typeof template>;
}

const revisionOf = (annotations: Readonly<Record<string, string>>): number => Number(annotations[REVISION] ?? 0);

/** Newest first. The hash label belongs to the ReplicaSet; copied, it would bind the deployment to the old one. */
async function revisionsOf({ cluster, namespace }: Desk, uid: string): Promise<readonly Revision[]> {
  const path = `/apis/apps/v1/namespaces/${namespace}/replicasets`;
  const { items } = await readAs(cluster, { method: 'GET', path }, listOf(replicaSet));
  return items
    .filter((each) => each.metadata.ownerReferences.some((owner) => owner.uid === uid))
    .map((each) => {
      const { 'pod-template-hash': _, ...labels } = each.spec.template.metadata?.labels ?? {};
      return {
        number: revisionOf(each.metadata.annotations),
        template: { ...each.spec.template, metadata: { ...each.spec.template.metadata, labels } },
      };
    })
    .sort((a, b) => b.number - a.number);
}

const params = z.object({
  ...inNamespace,
  ...waiting,
  name: objectName.describe('Name of the deployment: `nima-api`.'),
  to_revision: z.number().int().min(1).optional().describe('Revision to go back to; the one before unless said.'),
});

async function wayBack({ name, to_revision }: z.output<typeof params>, desk: Desk) {
  const current = await readAs(
    desk.cluster,
    { method: 'GET', path: workloadPath(desk.namespace, 'deployment', name) },
    deployment,
  );
  const number = revisionOf(current.metadata.annotations);
  const revisions = await revisionsOf(desk, current.metadata.uid);
  const target = to_revision
    ? revisions.find((each) => each.number === to_revision)
    : revisions.find((each) => each.number < number);
  if (target && target.number !== number) return { current, target, number };
  const known = revisions.map((each) => each.number).join(', ') || 'none';
  const text = `${name} is at revision ${number} and has no ${to_revision ?? 'earlier'} one to go back to (kept: ${known}). Revert it in Git instead.`;
  throw new Failure('invalid', text, { code: 'rollback_no_revision' });
}

const imagesOf = ({ template }: Revision): string => template.spec.containers.map(({ image }) => image).join(', ');

export const rollback = kubernetesAction({
  name: 'rollback',
  summary: 'Go back to an earlier revision of a deployment',
  effect: 'spend',
  params,
  async preview(input, desk) {
    const { target, number } = await wayBack(input, desk);
    return `Roll deployment/${input.name} in ${desk.namespace} back from revision ${number} to ${target.number} (${imagesOf(target)}).`;
  },
  async run(input, desk) {
    const { name, wait_s } = input;
    const path = workloadPath(desk.namespace, 'deployment', name);
    const seen = await readAs(desk.cluster, { method: 'GET', path }, deployment);
    // A second "one back" would go two back.
    if (seen.metadata.annotations[ROLLED_BACK_FOR] === desk.work.idempotencyKey)
      desk.work.log('An earlier try rolled it back already.');
    else await goBack(input, desk, path);
    const state = await rolledOut(desk, { kind: 'deployment', name }, wait_s);
    if (desk.config.fluxKustomization) desk.work.log('Flux puts back what Git says; revert the commit there too.');
    return { summary: `deployment/${name} is rolled back. ${state.text}`, data: { name, ...state } };
  },
});

async function goBack(input: z.output<typeof params>, desk: Desk, path: string): Promise<void> {
  const { target, current, number } = await wayBack(input, desk);
  desk.work.log(`From revision ${number} to ${target.number} (${imagesOf(target)}).`);
  const annotations = { ...current.metadata.annotations, [ROLLED_BACK_FOR]: desk.work.idempotencyKey };
  const body = [
    { op: 'test', path: '/metadata/resourceVersion', value: current.metadata.resourceVersion },
    { op: 'replace', path: '/spec/template', value: target.template },
    { op: 'add', path: '/metadata/annotations', value: annotations },
  ];
  const query = { fieldManager: FIELD_MANAGER };
  await desk.cluster.json({ method: 'PATCH', path, query, body, type: 'application/json-patch+json' });
}
