/** What the owner did not want to be told, and what follows: a rule declined often is told seldom, and says so. */
import type { Context } from '../../kernel/context.ts';
import { dropLesson, lessonsOf, recordLesson } from '../learning/index.ts';
import type { Alert } from './alert.ts';

const SUBJECT = 'alerts.nudges';
const DECLINES_MIN = 3;
const WEEK_MS = 7 * 86_400_000;

export async function recordUnwanted(ctx: Context, { id, rule, text }: Alert): Promise<void> {
  const source = { type: 'alert', id };
  await recordLesson(ctx, { kind: 'declined', subject: SUBJECT, about: rule, said: text, source });
}

/** The lessons of this very alert, newest first. */
async function lessonsFrom(ctx: Context, { id, rule }: Alert) {
  const lessons = await lessonsOf(ctx, { subject: SUBJECT, about: rule });
  return lessons.filter(({ source }) => source?.id === id);
}

export const isUnwanted = async (ctx: Context, alert: Alert): Promise<boolean> =>
  (await lessonsFrom(ctx, alert)).length > 0;

/** Opening an alert again takes back that it was not wanted. */
export async function takeBackUnwanted(ctx: Context, alert: Alert): Promise<void> {
  for (const { id } of await lessonsFrom(ctx, alert)) await dropLesson(ctx, id);
}

export interface Reserve {
  /** Told since then, it is told again no earlier than a week after. */
  readonly since: number;
  /** For the owner, behind the reason it is told at all. */
  readonly because: string;
}

/** How a rule is held back; null for one the owner has nothing against. */
export async function reserveOn(ctx: Context, rule: string): Promise<Reserve | null> {
  const declines = (await lessonsOf(ctx, { subject: SUBJECT, kind: 'declined', about: rule })).length;
  if (declines < DECLINES_MIN) return null;
  const because = `You declined such nudges ${declines} times, so I tell one a week at most.`;
  return { since: ctx.clock.now() - WEEK_MS, because };
}
