/** How an action on the cluster is written down: with the connection opened, the namespace settled and the wait bounded. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Action, type Done, defineAction, type Work } from '../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Effect } from '../../../kernel/operation.ts';
import type { Cluster } from './client/cluster.ts';
import { type KubernetesConfig, kubernetesConfig } from './config.ts';

/** What the whole integration is built with; tests hand in their own pace and clock. */
export interface Means {
  /** Between two looks at something that takes time; two seconds spare a small API server. */
  readonly pollMs: number;
  readonly now: () => number;
}

export interface Desk {
  readonly cluster: Cluster;
  readonly config: KubernetesConfig;
  readonly namespace: string;
  readonly work: Work;
  readonly means: Means;
}

export interface KubernetesAction<P extends z.ZodObject> {
  readonly name: string;
  readonly summary: string;
  readonly effect: Effect | ((params: z.output<P>) => Effect);
  readonly params: P;
  preview(params: z.output<P>, desk: Desk): Promise<string>;
  run(params: z.output<P>, desk: Desk): Promise<Done>;
}

const dnsName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
export const objectName = z.string().regex(dnsName, 'Write the name in lower case, as the cluster has it: "nima-api".');
export const inNamespace = {
  namespace: objectName.optional().describe('Namespace; the configured one (`nima`) unless said.'),
} as const;
export const waiting = {
  wait_s: z.number().int().min(0).max(1800).default(300).describe('Seconds to wait until it runs; 0 to not wait.'),
} as const;

export async function deskOf(means: Means, work: Work, namespace?: string): Promise<Desk> {
  const config = kubernetesConfig.parse(work.config);
  // Loaded when a cluster is first spoken to: TLS is half of what this integration would cost at every start.
  const { openCluster } = await import('./client/cluster.ts');
  const cluster = await openCluster(config, work.signal);
  return { cluster, config, namespace: namespace ?? config.namespace, work, means };
}

export function kubernetesAction<P extends z.ZodObject>(action: KubernetesAction<P>): (means: Means) => Action {
  const { effect } = action;
  const namespaceOf = (params: z.output<P>) => (params as { namespace?: string }).namespace;
  return (means) =>
    defineAction({
      name: action.name,
      summary: action.summary,
      params: action.params,
      effectOf: (params) => (typeof effect === 'string' ? effect : effect(params)),
      // Applying, scaling and patching to a state end the same twice; restart and rollback look for their own mark.
      isRepeatable: () => true,
      preview: async (params, work) => action.preview(params, await deskOf(means, work, namespaceOf(params))),
      run: async (params, work) => action.run(params, await deskOf(means, work, namespaceOf(params))),
    });
}

/**
 * Looks until `look` answers something or the time is over; ends at once when the work is cancelled. A look that fails in
 * passing (a line that breaks, a busy API server) is made again: the change itself is made by then.
 */
export async function until<T>(desk: Desk, seconds: number, look: () => Promise<T | null>): Promise<T | null> {
  const { means, cluster } = desk;
  const end = means.now() + seconds * 1000;
  for (;;) {
    const seen = await look().catch((thrown) => passing(thrown, means.now() < end));
    if (seen !== null || means.now() >= end) return seen;
    await wait(means.pollMs, undefined, { signal: cluster.signal }).catch(() => cluster.signal.throwIfAborted());
  }
}

function passing(thrown: unknown, isTimeLeft: boolean): null {
  if (isTimeLeft && thrown instanceof Failure && (thrown.kind === 'unavailable' || thrown.kind === 'limit'))
    return null;
  throw thrown;
}

export const notYet = (text: string): Failure => new Failure('unavailable', text, { code: 'cluster_not_ready' });
