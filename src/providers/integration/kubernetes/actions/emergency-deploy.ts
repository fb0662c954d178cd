/**
 * `emergency_deploy`, the seed's five steps: suspend Flux, validate, apply, verify, and always resume Flux, whether it
 * went well, failed, was cancelled or the process was killed (then by the next try, or by the next health check once the
 * lease is over). Validation comes first in time: what is refused never suspends anything.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Done } from '../../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../../kernel/errors.ts';
import { type Desk, kubernetesAction } from '../action.ts';
import { applyAll, manifestsOf, titlesOf } from '../apply.ts';
import { kustomizationAt } from '../config.ts';
import { hold, LEASE_MS, release, renew } from '../flux/suspension.ts';
import { checklistLines, refuse, reviewOf } from '../review.ts';
import { type Deploying, deploying, sayingOf } from './deploy.ts';

/** A cancelled action has two seconds in all; the release gets most of them. */
const RELEASE_MS = 1500;

export const emergencyDeploy = kubernetesAction({
  name: 'emergency_deploy',
  summary: 'Deploy past Flux when GitOps is down, and resume Flux afterwards',
  effect: 'destroy',
  params: deploying,
  async preview(params, desk) {
    const { manifests, review, flux } = await prepared(params, desk);
    const lines = checklistLines(review);
    return `Suspend Flux (${flux}), apply ${titlesOf(manifests)} to ${desk.namespace} on ${desk.cluster.context}, resume Flux.\n${lines}`;
  },
  async run(params, desk) {
    const { manifests, review, flux } = await prepared(params, desk);
    const { states, isHeld } = await withFluxHeld(desk, flux, () =>
      applyAll(manifests, desk, { isForced: true, seconds: params.wait_s }),
    );
    return told(manifests, { states, isHeld, flux, checklist: review.checklist });
  },
});

async function prepared(params: Deploying, desk: Desk) {
  const flux = desk.config.fluxKustomization;
  if (!flux) {
    const text = 'There is no Flux to suspend: set `fluxKustomization`, or use `deploy` where Flux is not used.';
    throw new Failure('invalid', text, { code: 'flux_not_configured' });
  }
  const manifests = await manifestsOf(params, desk);
  const review = await reviewOf(manifests, sayingOf(params), desk);
  refuse(review, 'This deployment');
  return { manifests, review, flux };
}

async function withFluxHeld(desk: Desk, flux: string, act: () => Promise<readonly string[]>) {
  const { cluster, work, means } = desk;
  const isHeld = await hold(cluster, flux, { key: work.idempotencyKey, until: means.now() + LEASE_MS });
  work.log(isHeld ? `Suspended Flux (${flux}).` : `Somebody had suspended Flux (${flux}); it stays that way.`);
  if (!isHeld) return { states: await act(), isHeld };
  const over = new AbortController();
  const beating = keepHolding(desk, flux, over.signal);
  const [came] = await Promise.allSettled([act()]);
  over.abort();
  await beating;
  await letGo(desk, flux, came.status === 'rejected' ? came.reason : undefined);
  if (came.status === 'rejected') throw came.reason;
  return { states: came.value, isHeld };
}

/** Shows life to others while it takes long. A missed beat is made good by the next. */
async function keepHolding({ cluster, means }: Desk, flux: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(LEASE_MS / 3, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await renew(cluster, flux, means.now() + LEASE_MS).catch(() => undefined);
  }
}

/**
 * By a signal of its own, since the work's may have ended. Where it fails, the try has failed too, whatever came of the
 * deployment: the next one repeats it and lets go. The mark on the cluster remains until somebody does.
 */
async function letGo({ cluster, work }: Desk, flux: string, earlier: unknown): Promise<void> {
  try {
    await release(cluster.until(AbortSignal.timeout(RELEASE_MS)), kustomizationAt(flux));
    work.log(`Resumed Flux (${flux}).`);
  } catch (thrown) {
    work.signal.throwIfAborted();
    const before = earlier instanceof Error ? ` Before that: ${earlier.message}` : '';
    const text = `Flux (${flux}) could not be resumed; Nima tries again, and at every health check.${before}`;
    throw new Failure('unavailable', text, { code: 'flux_not_resumed', cause: thrown });
  }
}

interface Outcome {
  readonly states: readonly string[];
  readonly isHeld: boolean;
  readonly flux: string;
  readonly checklist: readonly unknown[];
}

function told(manifests: Parameters<typeof titlesOf>[0], { states, isHeld, flux, checklist }: Outcome): Done {
  const after = isHeld
    ? `Flux (${flux}) is resumed and will put back what Git says: commit the same change now (update_manifest).`
    : `Flux (${flux}) was suspended before and still is.`;
  return {
    summary: `Deployed ${titlesOf(manifests)} past Flux. ${states.join(' ')} ${after}`,
    data: {
      applied: manifests.map(({ object }) => ({ kind: object.kind, name: object.metadata.name })),
      flux_resumed: isHeld,
      checklist,
    },
  };
}
