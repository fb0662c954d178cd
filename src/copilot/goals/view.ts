/** Goals as they are answered with: progress explained, forecast made, next steps beside them. */
import type { Context } from '../../kernel/context.ts';
import { deadlineAt } from './deadline/deadline.ts';
import type { ContributionView, Goal } from './goal.ts';
import { typicalDays } from './lessons/lesson.ts';
import type { Milestone } from './milestones/milestone.ts';
import type { MilestoneRow } from './milestones/store.ts';
import { afterTasks } from './progress/progress.ts';
import { forecastOf } from './progress/say-forecast.ts';
import { finishOf, type Standing } from './standing.ts';
import type { Step } from './steps/step.ts';
import { ownStepsOf } from './steps/suggest.ts';
import { dependenciesOf } from './store.ts';
import { zoneOf } from './zone.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function milestoneOf(standing: Pick<Standing, 'evidence'>, row: MilestoneRow): Milestone {
  const { id, goal_id, title, weight, position, created_at, updated_at } = row;
  const finish = finishOf(standing, id);
  const own = standing.evidence.filter((each) => each.milestone_id === id);
  const said = Math.max(0, ...own.filter(({ kind }) => kind !== 'task').map(({ share }) => share));
  const worked = afterTasks(own.filter(({ kind }) => kind === 'task').length, 0.5);
  return {
    id,
    goal_id,
    title,
    weight,
    position,
    status: finish ? 'done' : 'open',
    progress: Math.max(said, worked),
    completed_at: isoOrNull(finish?.at ?? null),
    created_at: iso(created_at),
    updated_at: iso(updated_at),
  };
}

export function becauseOf({ goal, evidence, contributions }: Standing): ContributionView[] {
  const rows = new Map(evidence.map((row) => [row.id, row]));
  return contributions.map(({ id, adds, at }) => {
    const row = rows.get(id);
    const about = { evidence_id: id, adds, at: iso(at) };
    if (!row) {
      const source = { type: 'owner' as const, id: null, conversation_id: null, quote: null };
      return { ...about, kind: 'completed', milestone_id: null, text: `"${goal.title}" was marked completed`, source };
    }
    const { source_type: type, source_id, conversation_id, quote } = row;
    const source = { type, id: source_id, conversation_id, quote };
    return { ...about, kind: row.kind, milestone_id: row.milestone_id, text: row.text, source };
  });
}

export interface Surroundings {
  readonly zone: string;
  readonly now: number;
  readonly priorDays: number | undefined;
}

export async function surroundingsOf(ctx: Context): Promise<Surroundings> {
  return { zone: await zoneOf(ctx), now: ctx.clock.now(), priorDays: await typicalDays(ctx) };
}

export function goalOf(standing: Standing, around: Surroundings, steps: readonly Step[]): Goal {
  const { goal, milestones, progress } = standing;
  const { id, owner, title, description, status, deadline } = goal;
  return {
    id,
    goal_id: id,
    user_id: owner,
    title,
    description,
    status,
    deadline,
    deadline_at: deadline === null ? null : iso(deadlineAt(deadline, around.zone)),
    progress,
    progress_because: becauseOf(standing),
    milestones: milestones.map((row) => milestoneOf(standing, row)),
    suggested_actions: [...steps],
    forecast: forecastOf(standing, around),
    depends_on: dependenciesOf(goal),
    created_at: iso(goal.created_at),
    updated_at: iso(goal.updated_at),
    completed_at: isoOrNull(goal.completed_at),
    removed_at: isoOrNull(goal.removed_at),
  };
}

/** With the steps its own rows tell of; memory and lessons are asked by `goals.suggestions`. */
export async function viewOf(ctx: Context, standing: Standing): Promise<Goal> {
  const around = await surroundingsOf(ctx);
  const [steps = []] = await ownStepsOf(ctx, [standing], around);
  return goalOf(standing, around, steps);
}
