/** The seed's health summary, with the model that would answer now. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { pingDatabase } from './store.ts';

export const getHealth = defineOperation({
  name: 'health.get',
  summary: 'Show whether Nima is well and which model answers',
  input: z.object({}),
  output: z.object({
    status: z.literal('healthy'),
    model_loaded: z.boolean().describe('A model answers; offline there always is one'),
    tokenizer_loaded: z.boolean().describe('Text can be counted; Nima estimates four characters to a token'),
    model: z.object({ id: z.string(), label: z.string(), leaves_machine: z.boolean(), because: z.string() }),
  }),
  permission: 'public',
  effect: 'read',
  path: 'GET /health',
  examples: [
    { say: 'are you healthy', input: {} },
    { say: 'which model answers', input: {} },
    { say: 'show the health', input: {} },
    { say: 'do a health check', input: {} },
    { say: 'is everything in order with you', input: {} },
  ],
  async run({ db, models }) {
    await pingDatabase(db);
    const { id, label, leavesMachine, because } = await models.choose();
    return {
      status: 'healthy' as const,
      model_loaded: true,
      tokenizer_loaded: true,
      model: { id, label, leaves_machine: leavesMachine, because },
    };
  },
});
