/** Calls a webhook of the settings by its name, signed as Standard Webhooks says (standardwebhooks.com, version 1). */
import { z } from 'zod';
import { type Action, defineAction } from '../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../kernel/errors.ts';
import { signedHeaders } from '../../../kernel/standard-webhooks.ts';
import { failureOf } from './answer.ts';
import type { HttpConfig } from './config.ts';
import type { HttpMeans } from './request.ts';

const params = z.strictObject({
  to: z.string().min(1).max(100).describe('The name of a webhook in the settings'),
  event: z.string().min(1).max(200).describe('What happened: `deploy.done`'),
  data: z.record(z.string(), z.unknown()).default({}).describe('What is told'),
});

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
        headers: await signedHeaders({ id: work.idempotencyKey, timestamp, payload }, [work.secret(secret).reveal()]),
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
