/** A fact: its schema, its limits, and when two texts are the same fact. Pure. */
import { z } from 'zod';

export const SOURCES = ['conversation', 'explicit', 'inferred'] as const;
/** From most to least trusted. */
export const TRUSTS = ['owner', 'derived', 'imported', 'quarantined'] as const;

/** Whether it holds: `past` is over, `contested` waits for a decision, `quarantined` came from a tool, page or file. */
export const STATES = ['current', 'past', 'contested', 'quarantined'] as const;

/** A fact is a sentence or two; longer text is a document. */
export const FACT_CHARS_MAX = 1000;
export const CATEGORY_CHARS_MAX = 60;

export const factSchema = z.object({
  id: z.uuid(),
  user_id: z.string(),
  fact: z.string(),
  category: z.string(),
  source: z.enum(SOURCES),
  confidence: z.number().min(0).max(1),
  trust: z.enum(TRUSTS),
  state: z.enum(STATES).describe('`past` is over, `contested` waits for a decision, `quarantined` is never used'),
  subject: z.string().nullable().describe('Of whom or what: `owner`, `sister`, `staging cluster`'),
  attribute: z.string().nullable().describe('What of it: `home`, `name`; a newer fact of the same replaces this one'),
  valid_from: z.iso.datetime().nullable().describe('Since when it is so; null for always'),
  valid_to: z.iso.datetime().nullable().describe('Until when; null when it still is'),
  replaced_by: z.string().nullable().describe('The fact that put it in the past'),
  evidence: z
    .object({ conversation_id: z.string().nullable(), turn_id: z.string(), quote: z.string().nullable() })
    .nullable()
    .describe('The turn and the words it rests on'),
  metadata: z.record(z.string(), z.unknown()),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  retired_at: z.iso.datetime().nullable().describe('When Nima learned that it is over'),
  removed_at: z.iso.datetime().nullable(),
});
export type Fact = z.output<typeof factSchema>;

export const factTextSchema = z
  .string()
  .trim()
  .min(1, 'Say what to remember.')
  .max(FACT_CHARS_MAX, `Keep a fact under ${FACT_CHARS_MAX} characters; import longer text as a conversation.`);

export const categorySchema = z.string().trim().toLowerCase().min(1).max(CATEGORY_CHARS_MAX);

export const factErrors = {
  fact_unknown: {
    kind: 'not_found',
    text: () => 'There is no such fact. `nima memory facts list` shows what is remembered.',
  },
} as const;

export const secretError = {
  fact_is_secret: {
    kind: 'invalid',
    text: () =>
      'That looks like a password or key. Keep it in a password manager; Nima remembers where it is, not what it is.',
  },
} as const;

/** Room for ids and tags of whoever stores the fact; a document belongs elsewhere. */
const METADATA_CHARS_MAX = 4000;
export const metadataSchema = z
  .record(z.string(), z.unknown())
  .refine((metadata) => JSON.stringify(metadata).length <= METADATA_CHARS_MAX, {
    message: `Keep metadata under ${METADATA_CHARS_MAX} characters of JSON.`,
  });

/** Two texts with the same key are the same fact: case, spacing and closing punctuation do not matter, numbers and negations do. */
export function sameFactKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.!…]+$/, '')
    .trim();
}
