/** What a completed goal teaches: how long it and each of its parts took. Kept while the goal counts as completed. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { DAY_MS } from '../deadline/days.ts';
import { finishOf, type Standing } from '../standing.ts';
import { listLessonRows, removeLesson, upsertLesson } from './store.ts';

export const learnedStepSchema = z.object({
  milestone_id: z.string(),
  title: z.string(),
  days: z.number().describe('From the milestone finished before it, or the beginning of the goal'),
  done: z.string().describe('What finished it'),
});
type LearnedStep = z.output<typeof learnedStepSchema>;

export const lessonSchema = z.object({
  goal_id: z.uuid(),
  title: z.string(),
  days: z.number().describe('From its creation to its completion'),
  steps: z.array(learnedStepSchema),
  learned_at: z.iso.datetime(),
});
export type Lesson = z.output<typeof lessonSchema>;

const inDays = (ms: number): number => Math.round((Math.max(0, ms) / DAY_MS) * 100) / 100;

/** The finished milestones of a goal in the order in which they were finished. */
export function stepsTaken(standing: Standing): LearnedStep[] {
  const finished = standing.milestones
    .flatMap(({ id, title }) => {
      const finish = finishOf(standing, id);
      return finish ? [{ id, title, at: finish.at, done: finish.text }] : [];
    })
    .sort((a, b) => a.at - b.at);
  return finished.map(({ id, title, at, done }, index) => ({
    milestone_id: id,
    title,
    days: inDays(at - (finished[index - 1]?.at ?? standing.goal.created_at)),
    done,
  }));
}

/** Learns from a goal that is completed, and forgets what one taught that no longer is. */
export async function settleLesson({ owner, db, clock }: Context, standing: Standing): Promise<void> {
  const { id, title, status, created_at, completed_at, removed_at } = standing.goal;
  if (status !== 'completed' || completed_at === null || removed_at !== null) return removeLesson(owner, db, id);
  await upsertLesson(owner, db, {
    goal_id: id,
    title,
    days: inDays(completed_at - created_at),
    steps: JSON.stringify(stepsTaken(standing)),
    learned_at: clock.now(),
  });
}

export async function lessonsOf({ owner, db }: Context): Promise<Lesson[]> {
  const rows = await listLessonRows(owner, db);
  return rows.map(({ goal_id, title, days, steps, learned_at }) => ({
    goal_id,
    title,
    days,
    steps: JSON.parse(steps) as LearnedStep[],
    learned_at: new Date(learned_at).toISOString(),
  }));
}

/** The middle of how long completed goals took; undefined before the first. */
export async function typicalDays(ctx: Context): Promise<number | undefined> {
  const days = (await lessonsOf(ctx)).map((lesson) => lesson.days).sort((a, b) => a - b);
  const middle = days[Math.floor((days.length - 1) / 2)];
  // A goal noted after it was done took no time; a pace from it would be endless.
  return middle === undefined ? undefined : Math.max(1, middle);
}
