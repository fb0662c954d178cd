/**
 * Kubernetes as an integration of tasks: its manifest. The same under two names, `kubernetes` and the seed's `pi-fleet`.
 * The rules of the Pi cluster are in `safety/`, the emergency path past Flux in `actions/emergency-deploy.ts`.
 */
import type { Health, Integration, Work } from '../../../copilot/tasks/ports/integration.ts';
import { asFailure } from '../../../kernel/errors.ts';
import { deskOf, type Means } from './action.ts';
import { cleanupFailedPods } from './actions/cleanup.ts';
import { deploy } from './actions/deploy.ts';
import { emergencyDeploy } from './actions/emergency-deploy.ts';
import { events, get, listPods, logs, top } from './actions/inspect.ts';
import { rollback } from './actions/rollback.ts';
import { updateManifest } from './actions/update-manifest.ts';
import { rolloutRestart, rolloutStatus, scale } from './actions/workloads.ts';
import { kubernetesConfig } from './config.ts';
import { settle } from './flux/suspension.ts';

const ACTIONS = [
  ...[updateManifest, deploy, emergencyDeploy],
  ...[scale, rolloutRestart, rolloutStatus, rollback],
  ...[top, listPods, logs, get, events, cleanupFailedPods],
] as const;

export interface KubernetesOptions extends Partial<Means> {
  readonly name: 'kubernetes' | 'pi-fleet';
  readonly now: () => number;
}

export function kubernetesIntegration({ name, now, pollMs = 2000 }: KubernetesOptions): Integration {
  const means: Means = { now, pollMs };
  return {
    name,
    summary: 'Deployments on a Kubernetes cluster, within the rules of a Raspberry Pi',
    config: kubernetesConfig,
    actions: ACTIONS.map((bind) => bind(means)),
    tested: 'recorded',
    recover: (work) => recover(means, work),
    health: (work) => health(means, work),
  };
}

/**
 * An emergency deployment that was killed leaves Flux suspended with our mark; whoever finds it resumes. Without
 * `fluxKustomization` there never was one, and a cluster nobody told us to use is not spoken to by itself.
 */
async function recover(means: Means, work: Work): Promise<readonly string[]> {
  if (!kubernetesConfig.parse(work.config).fluxKustomization) return [];
  const { cluster } = await deskOf(means, work);
  const resumed = await settle(cluster, means.now());
  return resumed.map((name) => `Resumed Flux (${name}), which an interrupted emergency deployment had left suspended.`);
}

async function health(means: Means, work: Work): Promise<Health> {
  try {
    const { cluster } = await deskOf(means, work);
    const version = (await cluster.json({ method: 'GET', path: '/version' })) as { gitVersion?: string };
    const resumed = cluster.config.fluxKustomization ? await settle(cluster, means.now()) : [];
    const note =
      resumed.length > 0 ? ` Resumed Flux (${resumed.join(', ')}), left suspended by an interrupted deployment.` : '';
    return {
      isReady: true,
      text: `Connected to ${cluster.context} (${version.gitVersion ?? 'unknown version'}).${note}`,
    };
  } catch (thrown) {
    work.signal.throwIfAborted();
    return { isReady: false, text: asFailure(thrown).message };
  }
}
