/** One integration, and whether it is ready now. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { asFailure } from '../../../kernel/errors.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { type Health, type Integration, integrationPort } from '../ports/integration.ts';
import { deskFor } from '../run/work.ts';
import { integrationErrors, integrationIdSchema, integrationSchema, viewOf } from './integration.ts';
import { disabledNames } from './store.ts';

/** A person waits for it. */
const HEALTH_MS = 5000;

async function healthOf(ctx: Context, integration: Integration): Promise<Health> {
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(HEALTH_MS)]);
  const { work, clean } = deskFor(ctx, { integration, signal, idempotencyKey: '', attempt: 1 });
  try {
    return clean(await integration.health(work));
  } catch (thrown) {
    const text = signal.aborted ? `It did not answer within ${HEALTH_MS / 1000} seconds.` : asFailure(thrown).message;
    return { isReady: false, text: clean(text) };
  }
}

export const getIntegration = defineOperation({
  name: 'tasks.integrations.get',
  summary: 'Show an integration and whether it is ready',
  input: z.object({ id: integrationIdSchema }),
  output: integrationSchema.extend({
    health: z.object({ ready: z.boolean(), text: z.string().describe('What is missing, or what it is connected to') }),
  }),
  errors: integrationErrors,
  permission: 'tasks:read',
  effect: 'read',
  examples: [
    { say: 'show the integration git', input: { id: 'git' } },
    { say: 'is the integration files ready', input: { id: 'files' } },
    { say: 'check the integration http', input: { id: 'http' } },
    { say: 'what does the integration git do', input: { id: 'git' } },
  ],
  async run(ctx, { id }, fail) {
    const integration = ctx.providers(integrationPort).get(id);
    if (!integration) throw fail.integration_unknown({});
    const isEnabled = !(await disabledNames(ctx.owner, ctx.db)).has(id);
    const { isReady: ready, text } = await healthOf(ctx, integration);
    return { ...viewOf(ctx, integration, isEnabled), health: { ready, text } };
  },
});
