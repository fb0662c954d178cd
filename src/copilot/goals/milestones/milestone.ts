/** A milestone: a part of a goal with its own weight. That it is done is told by evidence, so it can be explained and undone. */
import { z } from 'zod';

export const MILESTONE_CHARS_MAX = 200;
/** A plan with more parts is a project of several goals. */
export const MILESTONES_MAX = 100;
export const WEIGHT_MAX = 1000;

export const milestoneTitleSchema = z
  .string()
  .trim()
  .min(1, 'Say what the milestone is.')
  .max(MILESTONE_CHARS_MAX, `Keep a milestone under ${MILESTONE_CHARS_MAX} characters.`);

export const weightSchema = z.number().positive().max(WEIGHT_MAX);

export const milestoneSchema = z.object({
  id: z.uuid(),
  goal_id: z.uuid(),
  title: z.string(),
  status: z.enum(['open', 'done']),
  progress: z.number().min(0).max(1),
  weight: z.number().describe('Beside the other milestones of the goal'),
  position: z.int(),
  completed_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Milestone = z.output<typeof milestoneSchema>;

export const milestoneErrors = {
  milestone_unknown: {
    kind: 'not_found',
    text: () => 'There is no such milestone. `nima goals milestones list` shows them.',
  },
} as const;
