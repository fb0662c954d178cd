/** Calls a webhook of the settings by its name, signed as Standard Webhooks says (standardwebhooks.com, version 1). */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Action, defineAction } from '../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../kernel/errors.ts';
import { failureOf } from './answer.ts';
import type { HttpConfig } from './config.ts';
import type { HttpMeans } from './request.ts';

const params = z.strictObject({
  to: z.string().min(1).max(100).describe('The name of a webhook in the settings'),
  event: z.string().min(1).max(200).describe('What happened: `deploy.done`'),
  data: z.record(z.string(), z.unknown()).default({}).describe('What is told'),
});

const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);

/** `v1,<base64>` over `id.timestamp.payload`; the timestamp counts seconds. */
export function signatureOf(
  secret: string,
  { id, timestamp, payload }: { id: string; timestamp: number; payload: string },
): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
}

function webhookOf({ webhooks }: HttpConfig, name: string) {
  const found = webhooks[name];
  if (found) return found;
  const known = Object.keys(webhooks).join(', ') || 'none';
  throw new Failure('not_found', `There is no webhook ${name} in the settings. There are: ${known}.`, {
    code: 'webhook_unknown',
  });
}

export function webhookAction({ fetch, now }: HttpMeans): Action {
  return defineAction({
    name: 'webhook',
    summary: 'Call a signed webhook',
    params,
    effectOf: () => 'spend',
    // The id stays the same, so that the receiver knows a repeat.
    isRepeatable: () => true,
    async preview({ to, event, data }, work) {
      const { url } = webhookOf(work.config as HttpConfig, to);
      return `Tell ${to} (${new URL(url).host}) of ${event}:\n${JSON.stringify(data, null, 2).slice(0, 4000)}`;
    },
    async run({ to, event, data }, work) {
      const { url, secret } = webhookOf(work.config as HttpConfig, to);
      const timestamp = Math.floor(now() / 1000);
      const payload = JSON.stringify({ type: event, timestamp: new Date(now()).toISOString(), data });
      const response = await fetch(url, {
        method: 'POST',
        body: payload,
        redirect: 'error',
        signal: work.signal,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'nima',
          'webhook-id': work.idempotencyKey,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signatureOf(work.secret(secret).reveal(), {
            id: work.idempotencyKey,
            timestamp,
            payload,
          }),
        },
      });
      const said = await response.text();
      const { host } = new URL(url);
      if (!response.ok) throw failureOf(response, said, { host, isRepeatable: true, now: now() });
      return {
        summary: `${to} was told of ${event}.`,
        data: { status: response.status, answer: said.slice(0, 4000) },
        isUntrusted: true,
      };
    },
  });
}
