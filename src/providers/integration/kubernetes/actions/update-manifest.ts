/**
 * `update_manifest`: the GitOps way (the seed's recommended one). Changes image, replicas or resources in the repository
 * Flux follows, if the result passes the rules, commits and pushes; Flux brings it to the cluster. With `branch` it goes
 * to a branch of its own, for a pull request.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Done, Work } from '../../../../copilot/tasks/ports/integration.ts';
import { type Action, defineAction } from '../../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../../kernel/errors.ts';
import { objectName } from '../action.ts';
import { fromHome, type KubernetesConfig, kubernetesConfig } from '../config.ts';
import { type Change, edited } from '../gitops/edit.ts';
import { commitAndPush, type Git, inFreshTree, messageOf, pushedBefore } from '../gitops/repository.ts';
import { insideOf, manifestFailure, manifestsIn } from '../manifests/read.ts';
import { workloadsIn } from '../manifests/workload.ts';
import { refuse, staticFaults } from '../review.ts';
import { checklistOf } from '../safety/checklist.ts';

const quantity = z.string().regex(/^\d+(\.\d+)?(m|k|M|G|Ki|Mi|Gi)?$/, 'Write a quantity: 512Mi, 500m, 2.');
const params = z.object({
  file: z
    .string()
    .max(300)
    .regex(/^(?!\/)(?!.*\.\.).+\.ya?ml$/, 'Name a .yaml file below the GitOps folder.')
    .describe('File below `gitopsPath`: `deploy.yaml`.'),
  kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet']).default('Deployment').describe('What it is.'),
  name: objectName.describe('Its name: `nima-api`.'),
  container: objectName
    .optional()
    .describe('Container; the one of the name of the workload unless said, or the only one.'),
  image: z
    .string()
    .regex(/^[\w./:@-]{1,300}$/, 'Write an image: ghcr.io/raolivei/nima-api:1.4.2.')
    .optional()
    .describe('New image, with its version.'),
  replicas: z.number().int().min(0).max(50).optional().describe('How many pods are to run.'),
  memory_limit: quantity.optional().describe('At most 512Mi per pod, 256Mi for a frontend.'),
  memory_request: quantity.optional().describe('What it usually uses.'),
  cpu_limit: quantity.optional().describe('At most 1000m per pod.'),
  cpu_request: quantity.optional().describe('What it usually uses.'),
  branch: z
    .string()
    .regex(/^(?!-)[\w./-]{1,100}$/)
    .optional()
    .describe('Push to this branch instead, for a pull request.'),
  message: z.string().max(200).optional().describe('Subject of the commit.'),
});
type Params = z.output<typeof params>;

const RESOURCES = {
  memory_limit: ['limits', 'memory'],
  memory_request: ['requests', 'memory'],
  cpu_limit: ['limits', 'cpu'],
  cpu_request: ['requests', 'cpu'],
} as const;

function changesOf(input: Params, container: string): readonly Change[] {
  const inside = ['spec', 'template', 'spec', 'containers', { name: container }] as const;
  const resources = (Object.keys(RESOURCES) as (keyof typeof RESOURCES)[]).flatMap((key) => {
    const value = input[key];
    return value === undefined ? [] : [{ path: [...inside, 'resources', ...RESOURCES[key]], value }];
  });
  return [
    ...(input.image === undefined ? [] : [{ path: [...inside, 'image'], value: input.image }]),
    ...(input.replicas === undefined ? [] : [{ path: ['spec', 'replicas'], value: input.replicas }]),
    ...resources,
  ];
}

/** Writes the change into the tree and answers it as a diff; empty when Git says so already. */
async function changeIn(
  tree: string,
  git: Git,
  { input, config }: { input: Params; config: KubernetesConfig },
): Promise<string> {
  const path = await insideOf(tree, join(config.gitopsPath, input.file));
  const before = await readFile(path, 'utf8');
  const after = await edited(before, input, changesOf(input, await containerOf(before, input)));
  const changed = workloadsIn(await manifestsIn(after, input.file)).filter(
    ({ kind, name }) => kind === input.kind && name === input.name,
  );
  const faults = staticFaults(changed);
  const nothing = { isTestedLocally: false, isTestedOnOneNode: false, nodes: 0, isUseKnown: false, plan: 'git revert' };
  refuse({ faults, checklist: checklistOf({ ...nothing, faults }) }, 'This manifest');
  await writeFile(path, after);
  return git('diff', '--no-color', '--no-ext-diff');
}

async function containerOf(text: string, { kind, name, container }: Params): Promise<string> {
  const workload = workloadsIn(await manifestsIn(text, 'file')).find(
    (each) => each.kind === kind && each.name === name,
  );
  if (!workload) throw manifestFailure(`There is no ${kind} ${name} in the file.`);
  const names = workload.pod.containers.map((each) => each.name);
  const meant = container ?? (names.length === 1 ? names[0] : names.find((each) => each === name));
  if (meant && names.includes(meant)) return meant;
  throw manifestFailure(`Which container of ${name}? It has: ${names.join(', ')}.`);
}

function cloneOf(config: KubernetesConfig, signal: AbortSignal) {
  const { gitopsFolder: folder, gitopsBranch: branch } = config;
  if (folder) return { folder: fromHome(folder), branch, signal };
  throw new Failure(
    'invalid',
    'Set `gitopsFolder` of the kubernetes integration: a clone of the repository Flux follows.',
    { code: 'gitops_not_configured' },
  );
}

function subjectOf(input: Params): string {
  const what = Object.entries(input).filter(
    ([key, value]) => /^(image|replicas|.*_(limit|request))$/.test(key) && value !== undefined,
  );
  return (
    input.message ??
    `chore(${input.name}): ${what.map(([key, value]) => `${key.replace('_', ' ')} ${value}`).join(', ')}`
  );
}

const ensureSomething = (input: Params): void => {
  if (changesOf(input, input.name).length === 0)
    throw manifestFailure('Say what to change: image, replicas, or a limit or request.');
};

async function run(input: Params, work: Work): Promise<Done> {
  ensureSomething(input);
  const config = kubernetesConfig.parse(work.config);
  const target = input.branch ?? config.gitopsBranch;
  return inFreshTree(cloneOf(config, work.signal), async (tree, git) => {
    const earlier = await pushedBefore(git, work.idempotencyKey);
    if (earlier)
      return {
        summary: `An earlier try pushed it already (${earlier.slice(0, 7)}).`,
        data: { commit: earlier, branch: target, is_existing: true },
      };
    const diff = await changeIn(tree, git, { input, config });
    if (diff === '')
      return { summary: `Git says so already; nothing to change in ${input.file}.`, data: { diff, is_existing: true } };
    work.log(diff);
    const commit = await commitAndPush(git, messageOf(subjectOf(input), work.idempotencyKey), target);
    const next = input.branch
      ? 'Open a pull request from it.'
      : 'Flux applies it within 5 to 10 minutes. Undo: git revert.';
    return {
      summary: `Pushed ${commit.slice(0, 7)} to ${target}. ${next}`,
      data: { commit, branch: target, diff, is_existing: false },
    };
  });
}

export const updateManifest = (): Action =>
  defineAction({
    name: 'update_manifest',
    summary: 'Change image, replicas or resources in the GitOps repository',
    params,
    effectOf: () => 'spend',
    isRepeatable: () => true,
    async preview(input, work) {
      ensureSomething(input);
      const config = kubernetesConfig.parse(work.config);
      const target = input.branch ?? config.gitopsBranch;
      const diff = await inFreshTree(cloneOf(config, work.signal), (tree, git) =>
        changeIn(tree, git, { input, config }),
      );
      return diff === ''
        ? `Nothing to change in ${input.file}.`
        : `Commit to ${target} of the GitOps repository:\n${diff}`;
    },
    run,
  });
