/** Goals in words: how far, how risky, when. */
import type { Evidence, Goal } from '../../api/nima.ts';
import type { Tone } from '../../parts/Chip.tsx';
import { sayDate } from '../../parts/say-time.ts';

type Risk = Goal['forecast']['risk'];

const RISKS: Readonly<Record<Risk, { readonly text: string; readonly tone: Tone }>> = {
  done: { text: 'Reached', tone: 'moss' },
  on_track: { text: 'On track', tone: 'moss' },
  at_risk: { text: 'At risk', tone: 'amber' },
  slipping: { text: 'Slipping', tone: 'clay' },
  no_deadline: { text: 'No deadline', tone: 'plain' },
  no_data: { text: 'Too early to say', tone: 'plain' },
  paused: { text: 'Paused', tone: 'plain' },
};

export const riskWords = (risk: Risk) => RISKS[risk];

const DAY_MS = 86_400_000;
/** Further away, the date says more than the days. */
const DAYS_TOLD_MAX = 100;

/** `in 12 days, 31 Dec`, `3 days over, 2 Nov`. */
export function deadlineWords(deadlineAt: string | null, now: number): string {
  if (deadlineAt === null) return 'No deadline';
  const days = Math.ceil((Date.parse(deadlineAt) - now) / DAY_MS);
  const date = new Date(deadlineAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  if (days < 0) return `${-days === 1 ? '1 day' : `${-days} days`} over, ${date}`;
  if (days === 0) return `Due today, ${date}`;
  if (days > DAYS_TOLD_MAX) return `By ${date}`;
  return `${days === 1 ? 'Tomorrow' : `In ${days} days`}, ${date}`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  milestone: 'Milestone done',
  turn: 'You said so',
  task: 'Task done',
  stated: 'You set it',
  noted: 'Noted',
  completed: 'Completed',
};

export const evidenceWords = ({ kind, at }: Evidence): string => `${KINDS[kind]}, ${sayDate(at)}`;
