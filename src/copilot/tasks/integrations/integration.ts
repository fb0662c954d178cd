/** An integration as others see it: its manifest, with the values of its configuration where they are no secrets. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { withoutSecrets } from '../../../kernel/redact.ts';
import { jsonSchemaOf } from '../../../kernel/schemas.ts';
import { configurationPort, type Integration } from '../ports/integration.ts';

export const integrationIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, 'Give the name of an integration.')
  .describe('Its name: github, git, files');

export const integrationSchema = z.object({
  id: z.string().describe('The `type` of its tasks'),
  summary: z.string(),
  enabled: z.boolean(),
  tested: z
    .enum(['real peer', 'recorded'])
    .describe('`recorded`: tests know the outside system by its published schema'),
  actions: z.array(
    z.object({
      name: z.string(),
      summary: z.string(),
      params: z.record(z.string(), z.unknown()).describe('JSON Schema of the parameters'),
    }),
  ),
  config: z.object({
    schema: z.record(z.string(), z.unknown()).describe('JSON Schema of its settings: `integrations.<id>` in nima.yaml'),
    values: z.record(z.string(), z.unknown()).describe('Settings in force; secrets only as references'),
  }),
});
export type IntegrationView = z.output<typeof integrationSchema>;

export const integrationErrors = {
  integration_unknown: {
    kind: 'not_found',
    text: () => 'There is no such integration. `nima tasks integrations list` shows them.',
  },
} as const;

export function viewOf(ctx: Context, integration: Integration, isEnabled: boolean): IntegrationView {
  const { name, summary, tested, actions, config } = integration;
  const values = ctx.providers(configurationPort).get(name)?.values ?? config.parse({});
  return {
    id: name,
    summary,
    enabled: isEnabled,
    tested,
    actions: actions.map((action) => ({
      name: action.name,
      summary: action.summary,
      params: { ...jsonSchemaOf(action.params, 'input') },
    })),
    config: { schema: { ...jsonSchemaOf(config, 'input') }, values: { ...withoutSecrets(values) } },
  };
}
