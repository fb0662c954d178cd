/**
 * What a knowledge pack holds: its manifest (`pack.yaml`), facts (`facts.json`) and rules (`rules.yaml`). Data only. The
 * hash of its canonical JSON names one content for ever, whatever its files look like.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../kernel/json.ts';
import { AGES_TEXT, ages, dateSchema, idSchema, lineSchema, regionSchema, sourceSchema } from './text.ts';

/** Raised when a pack written for today's Nima could no longer be read. */
export const FORMAT = 1;
/** A pack is one subject; more is several packs. */
export const FACTS_MAX = 5000;
export const RULES_MAX = 1000;
const TOPICS_MAX = 40;
const KEYWORDS_MAX = 80;
const TAGS_MAX = 12;

const keywordSchema = lineSchema(40).regex(/^[^A-Z]*$/, 'Keywords are written in lower case.');

export const topicSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(80),
  keywords: z
    .array(keywordSchema)
    .min(1)
    .max(KEYWORDS_MAX)
    .describe('Words and phrases that show a question is about this'),
});
export type Topic = z.output<typeof topicSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT, `This Nima reads packs of format ${FORMAT}.`),
  id: idSchema,
  name: lineSchema(60),
  category: idSchema,
  version: z
    .string('Write the version between quotes, such as "1.0.0".')
    .max(60)
    .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'A version is 1.2.3, as in semver.org.'),
  description: lineSchema(300),
  licence: lineSchema(60).describe('SPDX identifier: CC-BY-4.0, MIT'),
  author: lineSchema(100),
  topics: z.array(topicSchema).min(1).max(TOPICS_MAX),
});
export type Manifest = z.output<typeof manifestSchema>;

export const packFactSchema = z
  .strictObject({
    id: idSchema,
    fact: lineSchema(600),
    topic: idSchema,
    tags: z.array(idSchema).max(TAGS_MAX).default([]),
    source: sourceSchema,
    as_of: dateSchema.optional(),
    review_by: dateSchema.optional(),
    region: regionSchema.optional(),
  })
  .refine(ages, AGES_TEXT);
export type PackFact = z.output<typeof packFactSchema>;

export const packRuleSchema = z
  .strictObject({
    id: idSchema,
    when: lineSchema(300).describe('The situation'),
    do: lineSchema(500).describe('The advice'),
    because: lineSchema(300),
    topic: idSchema.optional(),
    source: sourceSchema.optional(),
    as_of: dateSchema.optional(),
    review_by: dateSchema.optional(),
    region: regionSchema.optional(),
  })
  .refine(ages, AGES_TEXT);
export type PackRule = z.output<typeof packRuleSchema>;

export interface PackContent {
  readonly manifest: Manifest;
  readonly facts: readonly PackFact[];
  readonly rules: readonly PackRule[];
}

/** `sha256:` and the hash of the canonical JSON of manifest, facts and rules, after defaults and trimming. */
export function hashOf({ manifest, facts, rules }: PackContent): string {
  const canonical = canonicalJson({ manifest, facts, rules });
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}

export const hashSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'A hash is sha256: and 64 hexadecimal digits, as `validate` prints it.');

/** A fact or rule as one text: what is searched, quoted and given to a model. */
export const textOf = (entry: PackFact | PackRule): string =>
  'fact' in entry ? entry.fact : `${withoutStop(entry.when)}: ${withoutStop(entry.do)}. ${entry.because}`;

const withoutStop = (text: string): string => text.replace(/\.$/, '');
