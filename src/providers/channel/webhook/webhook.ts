/**
 * Alerts as signed webhooks, by the Standard Webhooks specification (ids, timestamps, HMAC-SHA256), so that a receiver
 * verifies them with any of its libraries.
 */
import { z } from 'zod';
import { type Channel, defineChannel, type Message } from '../../../core/alerts/ports/channel.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Secret } from '../../../kernel/secret.ts';
import { signedHeaders } from '../../../kernel/standard-webhooks.ts';

export interface WebhookMeans {
  readonly fetch: typeof fetch;
  /** The value behind `env:NAME` or `file:/path`. */
  secretOf(reference: string): Secret;
  now(): number;
}

const configSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  secret: z
    .string()
    .regex(/^(env|file):.+/, 'is a reference: env:NAME or file:/path')
    .optional()
    .describe('Signs each delivery; without it deliveries are unsigned'),
});

const bodyOf = (message: Message): string =>
  JSON.stringify({ type: `alerts.${message.kind}`, timestamp: message.updated_at, data: message });

/** What a status other than success means for another try. */
function refusalOf(status: number, who: string): Failure {
  if (status === 429) return new Failure('limit', `${who} takes no more for now (429).`);
  if (status >= 500 || status === 408) return new Failure('unavailable', `${who} failed (${status}).`);
  return new Failure('invalid', `${who} refused the message (${status}).`);
}

export function webhookChannel({ fetch, secretOf, now }: WebhookMeans): Channel {
  return defineChannel({
    name: 'webhook',
    summary: 'Signed JSON to an address of yours',
    config: configSchema,
    async deliver(message, { url, secret }, signal) {
      const body = bodyOf(message);
      const signed = { id: message.id, timestamp: Math.floor(now() / 1000), payload: body };
      const headers = await signedHeaders(signed, secret ? [secretOf(secret).reveal()] : []);
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      await response.body?.cancel();
      if (!response.ok) throw refusalOf(response.status, 'The webhook');
    },
  });
}
