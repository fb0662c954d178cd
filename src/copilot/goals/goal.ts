/** A goal: its schema, its limits, and what can go wrong with one. */
import { z } from 'zod';
import { deadlineSchema } from './deadline/deadline.ts';
import { evidenceSourceSchema, KINDS } from './evidence/evidence.ts';
import { milestoneSchema } from './milestones/milestone.ts';
import { forecastSchema } from './progress/forecast-schema.ts';
import { stepSchema } from './steps/step.ts';

export const STATUSES = ['active', 'completed', 'paused'] as const;

/** A title is said aloud and stands on a card. */
export const TITLE_CHARS_MAX = 200;
export const DESCRIPTION_CHARS_MAX = 4000;
/** Nobody pursues more; a page and a check every quarter of an hour stay quick. */
export const GOALS_MAX = 500;
export const DEPENDS_MAX = 50;

export const titleSchema = z
  .string()
  .trim()
  .min(1, 'Say what the goal is.')
  .max(TITLE_CHARS_MAX, `Keep a title under ${TITLE_CHARS_MAX} characters; the description has room for more.`);

export const contributionSchema = z.object({
  evidence_id: z.string().describe('Id of the evidence; the id of the goal for its completion'),
  kind: z.enum([...KINDS, 'completed']),
  milestone_id: z.uuid().nullable(),
  text: z.string(),
  adds: z.number().describe('What it adds to the progress; all parts add up to it'),
  at: z.iso.datetime(),
  source: evidenceSourceSchema,
});
export type ContributionView = z.output<typeof contributionSchema>;

export const goalSchema = z.object({
  id: z.uuid(),
  goal_id: z.uuid().describe('The same as `id`'),
  user_id: z.string(),
  title: z.string(),
  description: z.string(),
  status: z.enum(STATUSES),
  deadline: deadlineSchema.nullable().describe('As it was given: a date means the end of that day'),
  deadline_at: z.iso.datetime().nullable().describe("The moment the deadline means in the owner's time zone"),
  progress: z.number().min(0).max(1),
  progress_because: z.array(contributionSchema).describe('Every piece of evidence and what it adds'),
  milestones: z.array(milestoneSchema),
  suggested_actions: z.array(stepSchema),
  forecast: forecastSchema,
  depends_on: z.array(z.uuid()).describe('Goals to be reached before this one'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  completed_at: z.iso.datetime().nullable(),
  removed_at: z.iso.datetime().nullable(),
});
export type Goal = z.output<typeof goalSchema>;

export const goalErrors = {
  goal_unknown: {
    kind: 'not_found',
    text: () => 'There is no such goal. `nima goals list` shows them.',
  },
} as const;

export const goalWriteErrors = {
  ...goalErrors,
  goal_already_there: {
    kind: 'conflict',
    text: ({ title }: { id: string; title: string }) => `You already have this goal: "${title}".`,
  },
  goal_deadline_past: {
    kind: 'invalid',
    text: ({ when }: { when: string }) => `That deadline is past: ${when}. Give one that is still to come.`,
  },
  goal_depends_on_itself: {
    kind: 'invalid',
    text: ({ path }: { path: string }) => `A goal cannot wait for itself: ${path}.`,
  },
  goal_dependency_unknown: {
    kind: 'invalid',
    text: ({ id }: { id: string }) => `There is no goal ${id} to depend on. \`nima goals list\` shows the ids.`,
  },
} as const;
