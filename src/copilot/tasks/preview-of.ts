/** What a task would change, in the words of its action, for whoever approves it. Looks only. */
import type { Context } from '../../kernel/context.ts';
import { asFailure } from '../../kernel/errors.ts';
import type { Choice } from './integrations/chosen.ts';
import { deskFor } from './run/work.ts';
import { titleOf } from './task.ts';

/** An approval card must not wait for a system that does not answer. */
const PREVIEW_MS = 10_000;

export async function previewOf(ctx: Context, { integration, action, params }: Choice): Promise<string> {
  const patience = AbortSignal.timeout(PREVIEW_MS);
  const { work, clean } = deskFor(ctx, {
    integration,
    signal: AbortSignal.any([ctx.signal, patience]),
    idempotencyKey: '',
    attempt: 1,
  });
  try {
    return clean(await action.preview(params, work));
  } catch (thrown) {
    const { kind, message } = asFailure(thrown);
    if (kind !== 'unavailable' && kind !== 'limit' && !patience.aborted) throw thrown;
    const title = titleOf(integration.name, action.name, params);
    return clean(`${title}. What would change cannot be shown: ${message}`);
  }
}
