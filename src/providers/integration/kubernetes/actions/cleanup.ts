/** `cleanup_failed_pods`: `kubectl delete pod --field-selector=status.phase==Failed`, with the names told before. */
import { z } from 'zod';
import { inNamespace, kubernetesAction } from '../action.ts';
import { orNull } from '../client/objects.ts';
import { podsOf } from './inspect.ts';

const FAILED = { fieldSelector: 'status.phase=Failed' } as const;

export const cleanupFailedPods = kubernetesAction({
  name: 'cleanup_failed_pods',
  summary: 'Remove pods that failed',
  effect: 'destroy',
  params: z.object(inNamespace),
  async preview(_, desk) {
    const names = (await podsOf(desk, FAILED)).map(({ metadata }) => metadata.name);
    return `Remove ${names.length} failed pods of ${desk.namespace}: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`;
  },
  async run(_, desk) {
    const failed = await podsOf(desk, FAILED);
    for (const [index, { metadata }] of failed.entries()) {
      // Bound to the very pod that failed: a new one of the same name (StatefulSet) is left alone.
      const preconditions = { uid: metadata.uid };
      const path = `/api/v1/namespaces/${desk.namespace}/pods/${metadata.name}`;
      await orNull(desk.cluster.json({ method: 'DELETE', path, body: { preconditions } }));
      desk.work.log(`Removed ${metadata.name}.`);
      desk.work.progress((index + 1) / failed.length);
    }
    return {
      summary: `${failed.length} failed pods removed from ${desk.namespace}.`,
      data: { removed: failed.map(({ metadata }) => metadata.name) },
    };
  },
});
