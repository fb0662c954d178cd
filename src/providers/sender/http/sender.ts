/** Sends webhooks by HTTP POST through the guarded way out, and reads how the answer begins. */
import { isIP } from 'node:net';
import type { Answer, WebhookSender } from '../../../core/webhooks/ports/sender.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Secret } from '../../../kernel/secret.ts';

export interface SenderMeans {
  readonly fetch: typeof fetch;
  /** The address a host may be reached at; throws when it may not. */
  addressOf(host: string): Promise<string>;
  /** The value behind `env:NAME` or `file:/path`, null when there is none. */
  resolve(reference: string): Secret | null;
}

/** Enough to say what is wrong; an answer without end costs nothing more. */
const ANSWER_BYTES_MAX = 4096;

async function beginningOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= ANSWER_BYTES_MAX) break;
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX).toString('utf8');
}

export function httpSender({ fetch, addressOf, resolve }: SenderMeans): WebhookSender {
  return {
    async check(url) {
      const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) || host === 'localhost' || host.endsWith('.localhost')) await addressOf(host);
    },
    async send({ url, headers, body }, signal): Promise<Answer> {
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      return { status: response.status, text: await beginningOf(response) };
    },
    secretOf(reference) {
      const nothing = () => new Failure('invalid', `There is nothing behind ${reference}.`, { code: 'secret_missing' });
      let secret: Secret | null;
      try {
        secret = resolve(reference);
      } catch {
        throw nothing();
      }
      if (!secret?.reveal()) throw nothing();
      return secret;
    },
  };
}
