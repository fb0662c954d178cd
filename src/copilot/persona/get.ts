/** Who Nima is: the persona it answers with. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { personaSchema } from './persona.ts';
import { wornPersona } from './worn.ts';

export const getPersona = defineOperation({
  name: 'persona.get',
  summary: 'Show who Nima is: voice, values and rules of style',
  input: z.object({}),
  output: personaSchema,
  permission: 'persona:read',
  effect: 'read',
  examples: [
    { say: 'who are you', input: {} },
    { say: 'what is your persona', input: {} },
    { say: 'show me your personality', input: {} },
    { say: 'what values do you follow', input: {} },
    { say: 'introduce your persona', input: {} },
    { say: 'what do you value', input: {} },
  ],
  run: async (ctx) => (await wornPersona(ctx)).persona,
});
