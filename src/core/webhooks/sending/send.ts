/**
 * One try at telling an endpoint something: signed, through the guarded way out, cut off when everything is stopped.
 * What a failure means for further tries is decided by whoever asked.
 */

import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import { withoutSecrets } from '../../../kernel/redact.ts';
import { signedHeaders } from '../../../kernel/standard-webhooks.ts';
import { everythingIsStopped, isHalted } from '../../approvals/index.ts';
import type { EndpointRow } from '../endpoints/store.ts';
import { ANSWER_CHARS_MAX } from '../limits.ts';
import type { Answer } from '../ports/sender.ts';
import { secretsOf, senderOf } from '../secrets/secret.ts';

/** Stop to silence is promised within 2 s. */
const LOOK_MS = 500;

export interface Tried {
  readonly failure: Failure | null;
  readonly status: number | null;
  readonly answer: string | null;
}

/** Aborts `over` with the reason when everything is stopped meanwhile. */
async function watchForHalt(ctx: Context, over: AbortController): Promise<void> {
  while (!over.signal.aborted) {
    if (await isHalted(ctx).catch(() => false)) over.abort(everythingIsStopped());
    await ctx.clock.sleep(LOOK_MS, over.signal);
  }
}

async function send(ctx: Context, endpoint: EndpointRow, message: { id: string; body: string }): Promise<Answer> {
  const { id, body } = message;
  const secrets = await secretsOf(ctx, ctx.owner, endpoint);
  if (secrets.length === 0) {
    throw new Failure('invalid', 'This endpoint has no secret yet. Make one with `nima webhooks endpoints rotate`.');
  }
  const timestamp = Math.floor(ctx.clock.now() / 1000);
  const headers = await signedHeaders({ id, timestamp, payload: body }, secrets);
  const over = new AbortController();
  const watching = watchForHalt(ctx, over);
  try {
    const signal = AbortSignal.any([ctx.signal, over.signal]);
    return await senderOf(ctx).send({ url: endpoint.url, headers, body }, signal);
  } catch (thrown) {
    throw over.signal.aborted ? over.signal.reason : thrown;
  } finally {
    over.abort();
    await watching;
  }
}

function refusalOf({ status }: Answer): Failure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return new Failure('invalid', 'It wants no more webhooks (410).', { code: 'endpoint_gone' });
  if (status >= 300 && status < 400)
    return new Failure('invalid', `It redirects (${status}). Give the address itself.`);
  return new Failure('unavailable', `It answered ${status}.`);
}

/** Never throws; a stop of everything is the failure `halted`. */
export async function sendOnce(
  ctx: Context,
  endpoint: EndpointRow,
  message: { id: string; body: string },
): Promise<Tried> {
  try {
    const answer = await send(ctx, endpoint, message);
    const text = withoutSecrets(answer.text.replaceAll('\0', '')).slice(0, ANSWER_CHARS_MAX);
    return { failure: refusalOf(answer), status: answer.status, answer: text };
  } catch (thrown) {
    return { failure: asFailure(thrown), status: null, answer: null };
  }
}
