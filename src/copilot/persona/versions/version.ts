/** What an owner may change of the persona, and how a change lies over the persona Nima ships with. */
import { z } from 'zod';
import { type Persona, personaSchema } from '../persona.ts';

const { personality, values, voice, rules, examples } = personaSchema.shape;
const line = z.string().trim().min(1).max(300);

/** Every field may be left out; a list replaces the list there was. */
export const changesSchema = z.object({
  name: line.max(60).optional().describe('What Nima calls itself'),
  summary: line.optional().describe('Who it is, in one sentence'),
  personality: personality.partial().optional().describe('The short form: voice, tone, style, values'),
  values: values.max(20).optional(),
  voice: voice.max(20).optional(),
  rules: rules.max(30).optional().describe('How to answer; sentences that stand in every prompt'),
  examples: examples.max(20).optional(),
});
export type Changes = z.output<typeof changesSchema>;

/** All of it stands in every prompt: about 3,000 tokens. */
export const PERSONA_CHARS_MAX = 12_000;

export const versionSchema = z.object({
  version: z.int().describe('0 is the persona as shipped'),
  changes: z.array(z.string()).describe('Fields that differ from the shipped persona'),
  why: z.string(),
  at: z.iso.datetime(),
});
export type Version = z.output<typeof versionSchema>;

/** Later changes over earlier ones; of the short form, word by word. */
export function merged(before: Changes, after: Changes): Changes {
  const short = { ...before.personality, ...after.personality };
  return { ...before, ...after, ...(Object.keys(short).length > 0 ? { personality: short } : {}) };
}

export function worn(shipped: Persona, changes: Changes): Persona {
  return personaSchema.parse({
    ...shipped,
    ...changes,
    personality: { ...shipped.personality, ...changes.personality },
  });
}
