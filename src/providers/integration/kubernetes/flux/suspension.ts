/**
 * Holding Flux back during an emergency, and never forgetting to let it go. The seed says `kubectl annotate kustomization
 * … suspend=true`; the kustomize controller reads `spec.suspend` only, so the annotation alone would stop nothing and the
 * next sync would undo the deployment. We set the field, and beside it, in the same patch, an annotation that says who
 * holds it and until when: the obligation lives on the cluster, so it outlives a `kill -9` and any replica can honour it.
 */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import type { Cluster } from '../client/cluster.ts';
import { FIELD_MANAGER, orNull, readAs } from '../client/objects.ts';
import { kustomizationAt } from '../config.ts';

const GROUP = '/apis/kustomize.toolkit.fluxcd.io/v1';
export const HELD_BY = 'nima.dev/suspended-by';
export const HELD_UNTIL = 'nima.dev/suspended-until';
/** A holder that shows no life for this long is gone. It says so every third of it. */
export const LEASE_MS = 60_000;

const kustomization = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    resourceVersion: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.looseObject({ suspend: z.boolean().default(false) }),
});
export type Kustomization = z.output<typeof kustomization>;

const pathOf = ({ namespace, name }: { namespace: string; name: string }) =>
  `${GROUP}/namespaces/${namespace}/kustomizations/${name}`;

/** Null where there is no Flux, or none of this name. */
export const kustomizationOf = (cluster: Cluster, reference: string): Promise<Kustomization | null> =>
  orNull(readAs(cluster, { method: 'GET', path: pathOf(kustomizationAt(reference)) }, kustomization));

function patch(cluster: Cluster, at: { namespace: string; name: string }, change: object): Promise<Kustomization> {
  const query = { fieldManager: FIELD_MANAGER };
  return readAs(
    cluster,
    { method: 'PATCH', path: pathOf(at), query, body: change, type: 'application/merge-patch+json' },
    kustomization,
  );
}

export interface Holding {
  readonly key: string;
  readonly until: number;
}

/** Suspends it in our name. False where a person had suspended it already: then it is theirs to resume. */
export async function hold(cluster: Cluster, reference: string, { key, until }: Holding): Promise<boolean> {
  const seen = await kustomizationOf(cluster, reference);
  if (!seen)
    throw new Failure('not_found', `There is no Flux Kustomization ${reference}. Check \`fluxKustomization\`.`, {
      code: 'flux_unknown',
    });
  const holder = seen.metadata.annotations[HELD_BY];
  if (seen.spec.suspend && !holder) return false;
  if (holder && holder !== key && Date.parse(seen.metadata.annotations[HELD_UNTIL] ?? '') > until - LEASE_MS) {
    throw new Failure('unavailable', 'Another emergency deployment is under way. Nima tries again.', {
      code: 'flux_held',
    });
  }
  const annotations = { [HELD_BY]: key, [HELD_UNTIL]: new Date(until).toISOString() };
  // With the version we saw: of two that come at once, one is refused.
  const { resourceVersion } = seen.metadata;
  await patch(cluster, seen.metadata, { metadata: { resourceVersion, annotations }, spec: { suspend: true } });
  return true;
}

export const renew = (cluster: Cluster, reference: string, until: number): Promise<unknown> =>
  patch(cluster, kustomizationAt(reference), {
    metadata: { annotations: { [HELD_UNTIL]: new Date(until).toISOString() } },
  });

/** With `resourceVersion`, only while nobody has changed it since. */
export const release = (
  cluster: Cluster,
  at: { namespace: string; name: string; resourceVersion?: string },
): Promise<unknown> => {
  const { resourceVersion } = at;
  const metadata = {
    annotations: { [HELD_BY]: null, [HELD_UNTIL]: null },
    ...(resourceVersion ? { resourceVersion } : {}),
  };
  return patch(cluster, at, { metadata, spec: { suspend: false } });
};

/** Lets go of all that a dead holder left suspended; answers their names. Where there is no Flux, there are none. */
export async function settle(cluster: Cluster, now: number): Promise<readonly string[]> {
  const list = z.object({ items: z.array(kustomization) });
  const found = await orNull(readAs(cluster, { method: 'GET', path: `${GROUP}/kustomizations` }, list));
  const left = (found?.items ?? []).filter(({ metadata: { annotations } }) => {
    const until = Date.parse(annotations[HELD_UNTIL] ?? '');
    return annotations[HELD_BY] !== undefined && !(until > now);
  });
  const resumed: string[] = [];
  for (const { metadata } of left) {
    // A conflict means that its holder came back to life in between, and lets go by itself.
    const isReleased = await release(cluster, metadata).then(
      () => true,
      (thrown) => {
        if (thrown instanceof Failure && thrown.kind === 'conflict') return false;
        throw thrown;
      },
    );
    if (isReleased) resumed.push(`${metadata.namespace}/${metadata.name}`);
  }
  return resumed;
}
