/** The steps a goal's own rows tell of: what is due, what it waits for, what comes next. Deterministic; no model, no search. */
import type { Context } from '../../../kernel/context.ts';
import { DAY_MS } from '../deadline/days.ts';
import { deadlineAt, sayDeadline } from '../deadline/deadline.ts';
import { forecastOf } from '../progress/say-forecast.ts';
import { openMilestones, type Standing } from '../standing.ts';
import { dependenciesOf, findGoalRows, type GoalRow } from '../store.ts';
import type { Surroundings } from '../view.ts';
import { countingDecisions } from './decide.ts';
import type { Step, StepKind } from './step.ts';
import { stepIdOf } from './step-id.ts';
import type { DecisionRow } from './store.ts';
import { taskIn } from './task-in.ts';
import { scoreOf, weightsFrom } from './weigh.ts';

/** A week without any sign: most people plan by the week. */
const STALE_DAYS = 7;

/** A step before it is weighed. `key` tells it from others of its kind. */
export type Idea = Pick<Step, 'kind' | 'text' | 'because'> &
  Partial<Pick<Step, 'sources' | 'action' | 'milestone'>> & { key: string };

export interface Judged {
  readonly around: Surroundings;
  /** Goals it depends on that are not completed. */
  readonly waitsFor: readonly GoalRow[];
  readonly decisions: readonly DecisionRow[];
  /** The task in the words of a milestone, where they name one. */
  readonly taskIn: (words: string) => Step['action'];
}

type Ask = (standing: Standing, judged: Judged) => Idea[];

const completing: Ask = ({ goal, progress }) => {
  if (progress < 1) return [];
  const text = `Mark "${goal.title}" completed`;
  return [{ kind: 'complete', key: '', text, because: 'All evidence says it is done.' }];
};

const nextWords = (standing: Standing): string => openMilestones(standing)[0]?.title ?? standing.goal.title;

const overdue: Ask = (standing, { around }) => {
  const { goal, progress } = standing;
  if (goal.deadline === null || progress >= 1 || deadlineAt(goal.deadline, around.zone) >= around.now) return [];
  const was = sayDeadline(goal.deadline, around.zone);
  const text = `Finish "${nextWords(standing)}" or move the deadline of "${goal.title}"`;
  return [{ kind: 'overdue', key: goal.deadline, text, because: `The deadline was ${was}.` }];
};

const dependencies: Ask = ({ goal }, { waitsFor }) =>
  waitsFor.map(({ id, title }) => ({
    kind: 'dependency',
    key: id,
    text: `First reach "${title}"`,
    because: `"${goal.title}" depends on it, and it is not completed.`,
    sources: [{ type: 'goal', id, text: title }],
  }));

const slipping: Ask = (standing, { around }) => {
  const { risk, because } = forecastOf(standing, around);
  const { deadline, title } = standing.goal;
  const isOver = deadline !== null && deadlineAt(deadline, around.zone) < around.now;
  if (isOver || (risk !== 'slipping' && risk !== 'at_risk')) return [];
  const text = `Make "${title}" smaller, or move its deadline`;
  return [{ kind: 'slip', key: deadline ?? '', text, because }];
};

const nextMilestone: Ask = (standing, { taskIn }) => {
  const open = openMilestones(standing);
  const [next] = open;
  if (!next) return [];
  const done = standing.milestones.length - open.length;
  return [
    {
      kind: 'milestone',
      key: next.id,
      text: `Work on "${next.title}"`,
      because: `It is the next open milestone of "${standing.goal.title}": ${done} of ${standing.milestones.length} are done.`,
      sources: [{ type: 'milestone', id: next.id, text: next.title }],
      action: taskIn(next.title),
    },
  ];
};

const stale: Ask = (standing, { around, decisions }) => {
  const { goal, contributions, progress } = standing;
  const decided = decisions.filter((each) => each.goal_id === goal.id && each.verdict === 'accepted');
  const last = Math.max(goal.created_at, ...contributions.map(({ at }) => at), ...decided.map(({ at }) => at));
  const days = Math.floor((around.now - last) / DAY_MS);
  if (days < STALE_DAYS || progress >= 1) return [];
  return [
    {
      kind: 'stale',
      key: new Date(last).toISOString(),
      text: `Do the smallest next step: ${nextWords(standing)}`,
      because: `Nothing happened for "${goal.title}" for ${days} days.`,
    },
  ];
};

const planning: Ask = ({ goal, milestones, progress }) => {
  if (milestones.length > 0 || progress >= 1) return [];
  return [
    {
      kind: 'plan',
      key: '',
      text: `Split "${goal.title}" into three to five milestones`,
      because: 'It has none yet, so its progress can only be stated.',
      milestone: `Plan: ${goal.title}`.slice(0, 200),
    },
  ];
};

const ASKED: readonly Ask[] = [completing, overdue, dependencies, slipping, nextMilestone, stale, planning];

export const ownIdeas: Ask = (standing, judged) =>
  standing.goal.status === 'active' && standing.goal.removed_at === null
    ? ASKED.flatMap((ask) => ask(standing, judged))
    : [];

/** Ideas as steps, best first; what was accepted or declined does not come back. */
export function weighed({ goal }: Standing, ideas: readonly Idea[], decisions: readonly DecisionRow[]): Step[] {
  const decided = new Set(decisions.map(({ step_id }) => step_id));
  const weights = weightsFrom(decisions);
  return ideas
    .map(({ key, ...idea }) => ({
      sources: [],
      action: null,
      milestone: null,
      ...idea,
      id: stepIdOf(goal.id, idea.kind, key),
      goal_id: goal.id,
      goal_title: goal.title,
      score: scoreOf(idea.kind as StepKind, weights),
    }))
    .filter(({ id }) => !decided.has(id))
    .sort((a, b) => b.score - a.score);
}

/** What each goal waits for, and what was decided: what `ownIdeas` needs beside the goals. */
export async function judgedOf(
  ctx: Context,
  standings: readonly Standing[],
  around: Surroundings,
): Promise<(standing: Standing) => Judged> {
  const { owner, db } = ctx;
  const ids = [...new Set(standings.flatMap(({ goal }) => dependenciesOf(goal)))];
  const rows = new Map((await findGoalRows(owner, db, ids)).map((row) => [row.id, row]));
  const decisions = await countingDecisions(ctx);
  return ({ goal }) => {
    const waitsFor = dependenciesOf(goal).flatMap((id) => rows.get(id) ?? []);
    return {
      around,
      decisions,
      taskIn: (words) => taskIn(ctx, words),
      waitsFor: waitsFor.filter(({ status }) => status !== 'completed'),
    };
  };
}

/** The steps of each goal, in the order of the goals. */
export async function ownStepsOf(
  ctx: Context,
  standings: readonly Standing[],
  around: Surroundings,
): Promise<Step[][]> {
  const judge = await judgedOf(ctx, standings, around);
  return standings.map((standing) => {
    const judged = judge(standing);
    return weighed(standing, ownIdeas(standing, judged), judged.decisions);
  });
}
