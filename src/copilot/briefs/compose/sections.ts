/** The sections of a brief, each from one or two operations. An empty one is left out. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { lookUp } from './look-up.ts';
import { atMost, isSince, oneLine, type Section, type Span, sayWhen } from './span.ts';

const LINES_MAX = 7;

const goalsSchema = z.object({
  goals: z.array(
    z.object({
      title: z.string(),
      progress: z.number(),
      deadline_at: z.string().nullable(),
      completed_at: z.string().nullable(),
      forecast: z.object({ risk: z.string() }),
    }),
  ),
});
type Goal = z.output<typeof goalsSchema>['goals'][number];

function goalLine({ title, progress, deadline_at, forecast }: Goal, span: Span): string {
  const due = deadline_at === null ? '' : `, due ${sayWhen(Date.parse(deadline_at), span)}`;
  const risk = /^(slipping|at_risk)$/.test(forecast.risk) ? `, ${forecast.risk.replace('_', ' ')}` : '';
  return `${title}: ${Math.round(progress * 100)} %${due}${risk}`;
}

export async function goalsSection(ctx: Context, span: Span): Promise<Section> {
  const schema = goalsSchema;
  const active = await lookUp(ctx, { operation: 'goals.list', input: { status: 'active' }, schema });
  const completed = await lookUp(ctx, { operation: 'goals.list', input: { status: 'completed' }, schema });
  const reached = (completed?.goals ?? []).filter(({ completed_at }) => isSince(completed_at, span));
  const lines = [
    ...reached.map(({ title }) => `Reached: ${title}`),
    ...(active?.goals ?? []).map((goal) => goalLine(goal, span)),
  ];
  return { title: 'Goals', lines: atMost(lines, LINES_MAX) };
}

const tasksSchema = z.object({
  tasks: z.array(
    z.object({
      title: z.string(),
      status: z.string(),
      ended_at: z.string().nullable(),
      error: z.object({ message: z.string() }).nullable(),
    }),
  ),
});

export async function tasksSection(ctx: Context, span: Span): Promise<Section> {
  const found = await lookUp(ctx, { operation: 'tasks.history', input: { limit: 200 }, schema: tasksSchema });
  const tasks = found?.tasks ?? [];
  const ended = tasks.filter(({ ended_at }) => isSince(ended_at, span));
  const failed = ended.filter(({ status }) => /^(failed|dead)$/.test(status));
  const done = ended.filter(({ status }) => status === 'succeeded').length;
  const open = tasks.filter(({ status }) => /^(queued|running|waiting)$/.test(status)).length;
  const lines = failed.map(({ title, error }) => `Failed: ${title}${error ? ` (${oneLine(error.message)})` : ''}`);
  if (done > 0) lines.push(`Done: ${done}`);
  if (open > 0) lines.push(`Still open: ${open}`);
  return { title: 'Tasks', lines: atMost(lines, LINES_MAX) };
}

const schedulesSchema = z.object({
  schedules: z.array(z.object({ title: z.string(), next_at: z.string().nullable(), operation: z.string().nullable() })),
});
const runsSchema = z.object({
  runs: z.array(z.object({ title: z.string(), planned_at: z.string(), outcome: z.string().nullable() })),
});

export async function schedulesSection(ctx: Context, span: Span): Promise<Section> {
  const input = { state: 'active', limit: 500 };
  const found = await lookUp(ctx, { operation: 'schedules.list', input, schema: schedulesSchema });
  const coming = (found?.schedules ?? [])
    .map(({ title, next_at, operation }) => ({
      title,
      operation,
      at: next_at === null ? Infinity : Date.parse(next_at),
    }))
    .filter(({ at, operation }) => at < span.until && operation !== 'briefs.tell')
    .sort((a, b) => a.at - b.at);
  const states = ['failed', 'missed'] as const;
  const troubled = await Promise.all(
    states.map(async (state) => {
      const runs = await lookUp(ctx, { operation: 'schedules.runs.list', input: { state }, schema: runsSchema });
      return (runs?.runs ?? []).filter(({ planned_at }) => isSince(planned_at, span));
    }),
  );
  const lines = [
    ...troubled.flat().map(({ title, outcome }) => `${title}: ${oneLine(outcome ?? 'failed')}`),
    ...coming.map(({ title, at }) => `${sayWhen(at, span)}: ${title}`),
  ];
  return { title: 'Scheduled', lines: atMost(lines, LINES_MAX) };
}

const approvalsSchema = z.object({ approvals: z.array(z.object({ preview: z.string() })) });
const alertsSchema = z.object({
  alerts: z.array(z.object({ kind: z.string(), severity: z.string(), text: z.string() })),
});

export async function waitingSection(ctx: Context): Promise<Section> {
  const asked = await lookUp(ctx, { operation: 'approvals.list', schema: approvalsSchema });
  const told = await lookUp(ctx, { operation: 'alerts.list', input: { state: 'open' }, schema: alertsSchema });
  const alerts = (told?.alerts ?? []).filter(({ kind }) => kind === 'alert');
  const lines = [
    ...(asked?.approvals ?? []).map(({ preview }) => `Waits for your approval: ${oneLine(preview)}`),
    ...alerts.map(({ severity, text }) => `${severity === 'info' ? '' : `${severity}: `}${oneLine(text)}`),
  ];
  return { title: 'Open', lines: atMost(lines, LINES_MAX) };
}

const factsSchema = z.object({
  facts: z.array(z.object({ fact: z.string(), trust: z.string(), created_at: z.string() })),
});

export async function memorySection(ctx: Context, span: Span): Promise<Section> {
  const found = await lookUp(ctx, { operation: 'memory.facts.list', input: { limit: 100 }, schema: factsSchema });
  const fresh = (found?.facts ?? []).filter(
    ({ created_at, trust }) => isSince(created_at, span) && trust !== 'quarantined',
  );
  return {
    title: 'Learned about you',
    lines: atMost(
      fresh.map(({ fact }) => oneLine(fact)),
      LINES_MAX,
    ),
  };
}
