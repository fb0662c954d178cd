/** What a persona is: its words in a pack's `persona.yaml`, and the phrases its style review removes in `review.yaml`. */
import { z } from 'zod';

const traitSchema = z.strictObject({ name: z.string().min(1), meaning: z.string().min(1) });

export const personaSchema = z.strictObject({
  name: z.string().min(1),
  summary: z.string().min(1),
  /** The short form: identifiers a program can compare. */
  personality: z.strictObject({
    voice: z.string(),
    tone: z.string(),
    style: z.array(z.string()).min(1),
    values: z.array(z.string()).min(1),
  }),
  values: z.array(traitSchema).min(1),
  voice: z.array(traitSchema).min(1),
  /** How to answer; sentences that stand in the system prompt as they are. */
  rules: z.array(z.string().min(1)).min(1),
  examples: z.array(z.strictObject({ user: z.string(), nima: z.string() })),
});
export type Persona = z.infer<typeof personaSchema>;

const phrases = z.array(z.string().min(1));

export const reviewRulesSchema = z.strictObject({
  /** Sentences removed at the start of an answer. */
  openers: phrases,
  /** Sentences removed anywhere, by the rule they break; "…" stands for any few words without a number. */
  fillers: z.record(z.string(), phrases),
  /** Beginnings of sentences removed anywhere, by the rule they break. */
  prefixes: z.record(z.string(), phrases),
  /** Words dropped, unless next to one of these words. */
  words: z.array(z.strictObject({ word: z.string().min(1), unlessAfter: phrases, unlessBefore: phrases })),
  replacements: z.array(z.strictObject({ from: z.string().min(1), to: z.string().min(1) })),
});
export type ReviewRules = z.infer<typeof reviewRulesSchema>;

/** Pairs that say the same in the persona's voice and in its opposite. */
export const likenessSchema = z.array(z.strictObject({ like: z.string().min(1), unlike: z.string().min(1) })).min(5);

/** A persona as loaded from its pack. */
export interface PersonaPack {
  readonly persona: Persona;
  readonly review: ReviewRules;
  readonly likeness: z.infer<typeof likenessSchema>;
}
