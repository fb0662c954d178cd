/** Goals with their progress, those with the nearest deadline first; with words, the best match first. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { deadlineAt } from './deadline/deadline.ts';
import { GOALS_MAX, goalSchema, STATUSES } from './goal.ts';
import { likeness } from './matching/likeness.ts';
import { type Standing, standingsOf } from './standing.ts';
import { ownStepsOf } from './steps/suggest.ts';
import { listGoalRows } from './store.ts';
import { goalOf, surroundingsOf } from './view.ts';

const wordsOf = ({ goal, milestones }: Standing): string =>
  [goal.title, goal.description, ...milestones.map(({ title }) => title)].join(' ');

/** Those that hold some of the words, most first. */
function matching(standings: readonly Standing[], query: string): Standing[] {
  return standings
    .map((standing) => ({ standing, score: likeness(query, wordsOf(standing)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ standing }) => standing);
}

export const listGoals = defineOperation({
  name: 'goals.list',
  summary: 'List goals',
  input: z.object({
    query: z.string().max(500).optional().describe('Words in the goal or its milestones'),
    status: z.enum(STATUSES).optional(),
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was removed and can still be brought back'),
    limit: z.int().min(1).max(GOALS_MAX).default(100),
  }),
  output: z.object({ goals: z.array(goalSchema) }),
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'list my goals', input: {} },
    { say: 'what are my goals?', input: {} },
    { say: 'which goals do I have', input: {} },
    { say: 'show my active goals', input: { status: 'active' } },
    { say: 'list the paused goals', input: { status: 'paused' } },
    { say: 'which goals have I completed', input: { status: 'completed' } },
    { say: 'find goals about the garden', input: { query: 'garden' } },
  ],
  async run(ctx, { query, status, removed, limit }) {
    const around = await surroundingsOf(ctx);
    const rows = await listGoalRows(ctx.owner, ctx.db, { status, isRemoved: removed });
    const dueAt = new Map(
      rows.map(({ id, deadline }) => [id, deadline === null ? Infinity : deadlineAt(deadline, around.zone)]),
    );
    const due = (id: string): number => dueAt.get(id) ?? Infinity;
    const byDeadline = rows.toSorted((a, b) => (due(a.id) === due(b.id) ? 0 : due(a.id) - due(b.id)));
    const all = await standingsOf(ctx, byDeadline);
    const page = (query ? matching(all, query) : all).slice(0, limit);
    const steps = await ownStepsOf(ctx, page, around);
    return { goals: page.map((standing, index) => goalOf(standing, around, steps[index] ?? [])) };
  },
});
