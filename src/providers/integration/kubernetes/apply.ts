/** Puts manifests on the cluster: all of them tried without effect first, then applied in an order that holds, then watched. */
import type { Desk } from './action.ts';
import { apply, pathOf } from './client/objects.ts';
import { fromHome } from './config.ts';
import { type Manifest, manifestFailure, manifestsAt, manifestsIn } from './manifests/read.ts';
import { rolledOut } from './rollout.ts';

/** What others stand on comes first. */
const FIRST = [
  'Namespace',
  'CustomResourceDefinition',
  'ResourceQuota',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'PersistentVolumeClaim',
  'Service',
] as const;
const rankOf = (kind: string): number => {
  const rank = (FIRST as readonly string[]).indexOf(kind);
  return rank < 0 ? FIRST.length : rank;
};

export interface Source {
  readonly manifests?: string | undefined;
  readonly path?: string | undefined;
}

/** From the call itself, or from the clone of the GitOps repository. */
export async function manifestsOf(
  { manifests, path }: Source,
  { config, namespace }: Desk,
): Promise<readonly Manifest[]> {
  if ((manifests === undefined) === (path === undefined))
    throw manifestFailure('Give either `manifests` (YAML) or `path` (in the GitOps folder).');
  if (path !== undefined && !config.gitopsFolder)
    throw manifestFailure('`path` needs `gitopsFolder` of the kubernetes integration.');
  const found =
    manifests === undefined
      ? await manifestsAt(fromHome(config.gitopsFolder ?? ''), path ?? '')
      : await manifestsIn(manifests, 'manifests');
  if (found.length === 0) throw manifestFailure('There is nothing to deploy in it.');
  // Quota, capacity and budgets are weighed for one namespace; two at once would pass unweighed.
  const stray = found.find(({ object }) => (object.metadata.namespace ?? namespace) !== namespace);
  if (stray)
    throw manifestFailure(
      `${stray.source} is for the namespace ${stray.object.metadata.namespace}; say so in \`namespace\`, one at a time.`,
    );
  return found.toSorted((a, b) => rankOf(a.object.kind) - rankOf(b.object.kind));
}

export const titleOf = ({ object }: Manifest): string => `${object.kind}/${object.metadata.name}`;
export const titlesOf = (manifests: readonly Manifest[]): string => manifests.map(titleOf).join(', ');

interface Way {
  readonly isForced: boolean;
  readonly seconds: number;
}

export async function applyAll(
  manifests: readonly Manifest[],
  desk: Desk,
  { isForced, seconds }: Way,
): Promise<readonly string[]> {
  const placed: { path: string; manifest: Manifest }[] = [];
  const newNamespaces = manifests
    .filter(({ object }) => object.kind === 'Namespace')
    .map(({ object }) => object.metadata.name);
  for (const manifest of manifests) {
    const path = await pathOf(desk.cluster, manifest.object, desk.namespace);
    placed.push({ path, manifest });
    // What lives in a namespace that is made in the same go cannot be tried before it is there.
    if (newNamespaces.includes(desk.namespace) && manifest.object.kind !== 'Namespace') continue;
    await apply(desk.cluster, manifest.object, { path, isDryRun: true, isForced });
  }
  desk.work.log(`The cluster accepts all ${manifests.length}.`);
  for (const { path, manifest } of placed) {
    await apply(desk.cluster, manifest.object, { path, isForced });
    desk.work.log(`Applied ${titleOf(manifest)}.`);
  }
  return seconds === 0 ? [] : watched(manifests, desk, seconds);
}

async function watched(manifests: readonly Manifest[], desk: Desk, seconds: number): Promise<readonly string[]> {
  const states: string[] = [];
  for (const { object } of manifests) {
    const kind = object.kind.toLowerCase();
    if (kind !== 'deployment' && kind !== 'statefulset' && kind !== 'daemonset') continue;
    const { text } = await rolledOut(desk, { kind, name: object.metadata.name }, seconds);
    states.push(`${object.metadata.name}: ${text}`);
  }
  return states;
}
