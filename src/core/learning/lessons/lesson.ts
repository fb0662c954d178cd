/** A lesson: what the owner accepted, declined or corrected, in words a person recognizes. What follows from it is its subject's. */
import { z } from 'zod';

export const LESSON_KINDS = ['accepted', 'declined', 'corrected'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

/** As long as a sentence in talk that is still a command; longer texts are cut. */
export const SAID_CHARS_MAX = 500;

export const lessonSchema = z.object({
  id: z.uuid(),
  kind: z.enum(LESSON_KINDS),
  subject: z.string().describe('What it changes: `language`, `goals.suggestions`, `alerts.nudges`'),
  about: z.string().describe('Within the subject: the operation meant, the kind of suggestion, the rule'),
  text: z.string().describe('The lesson in one sentence'),
  said: z.string().describe('What was said or suggested'),
  meant: z.string().nullable().describe('What the owner meant instead, in their words'),
  operation: z.string().nullable().describe('The operation the owner meant'),
  source: z.object({ type: z.string(), id: z.string() }).nullable().describe('What it was learned from'),
  at: z.iso.datetime(),
  removed_at: z.iso.datetime().nullable(),
});
export type Lesson = z.output<typeof lessonSchema>;

export const lessonErrors = {
  lesson_unknown: {
    kind: 'not_found',
    text: () => 'There is no such lesson. `nima learning lessons list` shows what was learned.',
  },
} as const;

export interface LessonRow {
  id: string;
  owner: string;
  kind: LessonKind;
  subject: string;
  about: string;
  said: string;
  meant: string | null;
  operation: string | null;
  source_type: string | null;
  source_id: string | null;
  at: number;
  removed_at: number | null;
}

function textOf({ kind, said, meant, operation }: LessonRow): string {
  if (kind === 'corrected') return `“${said}” means: ${meant ?? operation ?? 'something else'}`;
  return `${kind === 'accepted' ? 'Accepted' : 'Declined'}: ${said}`;
}

export function lessonOf(row: LessonRow): Lesson {
  const { owner: _owner, source_type, source_id, at, removed_at, ...kept } = row;
  return {
    ...kept,
    text: textOf(row),
    source: source_type === null || source_id === null ? null : { type: source_type, id: source_id },
    at: new Date(at).toISOString(),
    removed_at: removed_at === null ? null : new Date(removed_at).toISOString(),
  };
}
