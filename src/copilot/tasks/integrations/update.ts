/** Switches an integration on or off. What it may touch stands in the settings file, where no model can write. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { integrationPort } from '../ports/integration.ts';
import { integrationErrors, integrationIdSchema, integrationSchema, viewOf } from './integration.ts';
import { setEnabled } from './store.ts';

export const updateIntegration = defineOperation({
  name: 'tasks.integrations.update',
  summary: 'Switch an integration on or off',
  input: z.object({
    id: integrationIdSchema,
    enabled: z.boolean(),
  }),
  output: integrationSchema,
  errors: integrationErrors,
  permission: 'tasks:configure',
  effect: 'write',
  examples: [
    { say: 'disable the integration git', input: { id: 'git', enabled: false } },
    { say: 'enable the integration files', input: { id: 'files', enabled: true } },
    { say: 'switch the integration cli off', input: { id: 'cli', enabled: false } },
    { say: 'enable the integration http again', input: { id: 'http', enabled: true } },
    { say: 'switch the git integration off', input: { id: 'git', enabled: false } },
  ],
  preview: async (_ctx, { id, enabled }) => `Switch the integration ${id} ${enabled ? 'on' : 'off'}.`,
  async run(ctx, { id, enabled }, fail) {
    const integration = ctx.providers(integrationPort).get(id);
    if (!integration) throw fail.integration_unknown({});
    await setEnabled(ctx.owner, ctx.db, id, enabled);
    return viewOf(ctx, integration, enabled);
  },
});
