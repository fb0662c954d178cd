/** What completed goals teach: steps of a goal like this one that its plan does not have. */
import type { Context } from '../../../kernel/context.ts';
import { lessonsOf } from '../lessons/lesson.ts';
import { likeness } from '../matching/likeness.ts';
import type { Standing } from '../standing.ts';
import type { Idea } from './suggest.ts';

/** Half of the words of the shorter title: "Deploy nima" and "Deploy swimTO" are alike, "Learn Rust" is neither. */
const ALIKE = 0.5;
const IDEAS_MAX = 3;

const alike = (a: string, b: string): number => Math.max(likeness(a, b), likeness(b, a));

export async function ideasFromLessons(ctx: Context, { goal, milestones }: Standing): Promise<Idea[]> {
  const lessons = (await lessonsOf(ctx))
    .filter(({ goal_id }) => goal_id !== goal.id)
    .map((lesson) => ({ lesson, score: alike(goal.title, lesson.title) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  const isPlanned = (title: string) => milestones.some((row) => alike(row.title, title) >= ALIKE);
  return lessons
    .flatMap(({ lesson }) =>
      lesson.steps
        .filter(({ title }) => !isPlanned(title))
        .map(({ milestone_id, title, days }): Idea => {
          const took = days < 1 ? 'less than a day' : `${Math.round(days)} days`;
          return {
            kind: 'lesson',
            key: `${lesson.goal_id} ${milestone_id}`,
            text: `Plan "${title}"`,
            because: `"${lesson.title}" had this step; it took ${took}.`,
            sources: [{ type: 'goal', id: lesson.goal_id, text: lesson.title }],
            milestone: title,
          };
        }),
    )
    .slice(0, IDEAS_MAX);
}
