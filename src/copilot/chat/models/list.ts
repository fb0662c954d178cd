/** The models Nima is to other programs, in the shape they ask for: itself, and itself without remembering. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';

export const listModels = defineOperation({
  name: 'chat.models.list',
  summary: 'List the models that Nima is for other programs',
  input: z.object({ limit: z.int().min(1).max(100).default(20) }),
  output: z.object({
    object: z.literal('list'),
    data: z.array(
      z.object({
        id: z.string(),
        object: z.literal('model'),
        created: z.int().describe('Seconds since 1970'),
        owned_by: z.string().describe('Who answers behind it now'),
      }),
    ),
  }),
  permission: 'chat:use',
  effect: 'read',
  path: 'GET /v1/models',
  examples: [
    { say: 'which models can other programs use', input: {} },
    { say: 'list the models of the API', input: {} },
    { say: 'list the available models', input: {} },
  ],
  async run({ models }, { limit }) {
    const { id } = await models.choose();
    const model = (name: string) => ({ id: name, object: 'model' as const, created: 0, owned_by: id });
    return { object: 'list' as const, data: [model('nima'), model('nima-private')].slice(0, limit) };
  },
});
