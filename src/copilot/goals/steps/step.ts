/** A step: what Nima suggests to do next for a goal, why, and what it becomes when it is accepted. */
import { z } from 'zod';

export const STEP_KINDS = [
  'complete',
  'overdue',
  'slip',
  'dependency',
  'milestone',
  'stale',
  'plan',
  'lesson',
  'memory',
  'knowledge',
  'model',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A task as `tasks.execute` takes it. */
export const actionSchema = z.object({
  type: z.string(),
  action: z.string(),
  params: z.record(z.string(), z.unknown()),
});

export const stepSchema = z.object({
  id: z.uuid(),
  goal_id: z.uuid(),
  goal_title: z.string(),
  kind: z.enum(STEP_KINDS),
  text: z.string().describe('What to do'),
  because: z.string(),
  sources: z.array(
    z.object({
      type: z.enum(['goal', 'milestone', 'evidence', 'fact', 'pack']),
      id: z.string(),
      text: z.string(),
    }),
  ),
  action: actionSchema.nullable().describe('The task it becomes, ready to run'),
  milestone: z.string().nullable().describe('The milestone it becomes, where it is no task'),
  score: z.number().describe('Higher comes first: how pressing it is, times how often its kind was accepted'),
});
export type Step = z.output<typeof stepSchema>;
