/** Tasks in words: how they stand, what they do, when. */
import type { Effect, Task } from '../../api/nima.ts';
import type { Tone } from '../../parts/Chip.tsx';
import { sayDateTime } from '../../parts/say-time.ts';

interface Said {
  readonly text: string;
  readonly tone: Tone;
}

const STATUSES: Readonly<Record<Task['status'], Said>> = {
  queued: { text: 'queued', tone: 'plain' },
  running: { text: 'running', tone: 'sky' },
  waiting: { text: 'waits to try again', tone: 'amber' },
  succeeded: { text: 'done', tone: 'moss' },
  failed: { text: 'failed', tone: 'clay' },
  dead: { text: 'gave up', tone: 'clay' },
  cancelled: { text: 'cancelled', tone: 'plain' },
};

export const statusWords = (status: Task['status']): Said => STATUSES[status];

const EFFECTS: Readonly<Record<Effect, Said>> = {
  read: { text: 'only looks', tone: 'sky' },
  write: { text: 'changes something', tone: 'amber' },
  spend: { text: 'changes the outside', tone: 'amber' },
  destroy: { text: 'removes something', tone: 'clay' },
};

export const effectWords = (effect: Effect): Said => EFFECTS[effect];

const OPEN: readonly Task['status'][] = ['queued', 'running', 'waiting'];
const AGAIN: readonly Task['status'][] = ['failed', 'dead', 'cancelled'];

export const isOpen = (status: Task['status']): boolean => OPEN.includes(status);
export const canRetry = (status: Task['status']): boolean => AGAIN.includes(status);

/** `create_pr` → `create pr`. */
export const plainName = (name: string): string => name.replaceAll('_', ' ');

/** What the title tells beyond type and action: `files write: notes/a.md` → `notes/a.md`. */
export const aboutWords = ({ title, type, action }: Task): string =>
  title.replace(`${type} ${action}`, '').replace(/^: /, '');

const ATTEMPTS_MAX = 3;

export const attemptWords = (attempts: number): string =>
  attempts === 0 ? 'not tried yet' : `try ${attempts} of ${ATTEMPTS_MAX}`;

export function whenWords({ status, created_at, started_at, ended_at, next_try_at }: Task): string {
  if (status === 'waiting' && next_try_at) return `next try ${sayDateTime(next_try_at)}`;
  if (ended_at) return `ended ${sayDateTime(ended_at)}`;
  if (started_at) return `began ${sayDateTime(started_at)}`;
  return `asked ${sayDateTime(created_at)}`;
}

export interface TaskRequest {
  readonly type: string;
  readonly action: string;
  readonly params: Record<string, unknown>;
}

/** The task that takes this one back, where what came of it says so. */
export function undoOf({ data }: Pick<Task, 'data'>): TaskRequest | null {
  const undo = data?.undo as Partial<TaskRequest> | undefined;
  if (typeof undo?.type !== 'string' || typeof undo.action !== 'string') return null;
  return { type: undo.type, action: undo.action, params: undo.params ?? {} };
}
