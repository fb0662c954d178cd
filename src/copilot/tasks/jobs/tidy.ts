/** Lets integrations settle what a killed action left behind outside. Every five minutes, so also soon after a start. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { integrationPort } from '../ports/integration.ts';
import { deskFor } from '../run/work.ts';

const TIDY_MS = 60_000;

export const tidyIntegrations = defineJob({
  name: 'tasks.tidy',
  input: z.object({}),
  cron: '*/5 * * * *',
  async run(ctx) {
    for (const integration of ctx.providers(integrationPort).values()) {
      if (!integration.recover) continue;
      const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(TIDY_MS)]);
      const { work, clean } = deskFor(ctx, { integration, signal, idempotencyKey: '', attempt: 1 });
      try {
        const lines = await integration.recover(work);
        for (const line of lines)
          ctx.log.warn('an integration was tidied', { integration: integration.name, line: clean(line) });
      } catch (cause) {
        // An outside system that is not there today is no fault of ours; it is looked at again.
        ctx.log.debug('an integration could not be tidied', { integration: integration.name, cause });
      }
    }
  },
});
