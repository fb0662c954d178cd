/**
 * Teaches what a sentence of the owner means. It lets no call pass that would be asked about otherwise: what is meant is
 * previewed and approved as ever. A model that wants to teach asks first; in talk the offline model records what the
 * owner said (`chat/generate/taught.ts`).
 */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { lessonSchema, SAID_CHARS_MAX } from '../lessons/lesson.ts';
import { lessonsOf, recordLesson } from '../lessons/record.ts';
import { LANGUAGE } from './of.ts';

/** More than anybody remembers having taught; each is read with every sentence. */
const CORRECTIONS_MAX = 500;

const sentence = z.string().trim().min(1).max(SAID_CHARS_MAX);

export const createCorrection = defineOperation({
  name: 'learning.corrections.create',
  summary: 'Teach what you mean by a sentence',
  input: z.object({
    say: sentence.describe('What you say: “ship it”'),
    mean: sentence.describe('What you mean by it: a sentence Nima understands, or the name of an operation'),
    turn_id: z.uuid().optional().describe('The turn in which you said so'),
  }),
  output: lessonSchema,
  errors: {
    meaning_unknown: {
      kind: 'invalid',
      text: ({ mean }: { mean: string }) => `I know no command like “${mean}”. Say what you mean in other words.`,
    },
    corrections_full: {
      kind: 'limit',
      text: () => `You taught ${CORRECTIONS_MAX} sentences already. Remove some first.`,
    },
  },
  permission: 'learning:write',
  effect: 'write',
  examples: [
    { say: 'when I say "ship it" I mean "list my tasks"', input: { say: 'ship it', mean: 'list my tasks' } },
    { say: 'by "agenda" I mean "what is scheduled"', input: { say: 'agenda', mean: 'what is scheduled' } },
    { say: 'when I say "status" I mean "list my goals"', input: { say: 'status', mean: 'list my goals' } },
    { say: 'with "mailbox" I mean "list my alerts"', input: { say: 'mailbox', mean: 'list my alerts' } },
  ],
  preview: async (_ctx, { say, mean }) => `From now on “${say}” means: ${mean}`,
  async run(ctx, { say, mean, turn_id }, fail) {
    const operation = ctx.catalog.operations.has(mean) ? mean : ctx.language.understand(mean).operation;
    if (!operation) throw fail.meaning_unknown({ mean });
    const known = await lessonsOf(ctx, { subject: LANGUAGE, kind: 'corrected' });
    if (known.length >= CORRECTIONS_MAX) throw fail.corrections_full({});
    return recordLesson(ctx, {
      ...{ kind: 'corrected', subject: LANGUAGE, about: operation, said: say, meant: mean, operation },
      ...(turn_id === undefined ? {} : { source: { type: 'turn', id: turn_id } }),
    });
  },
});
