/** What the live log of a task has told so far, made event by event. Pure. */
import type { Task, TaskEvent } from '../../api/nima.ts';
import { isOpen } from './task-words.ts';

export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly line: string;
}

export interface TaskLog {
  readonly lines: readonly LogLine[];
  readonly progress: number | null;
  readonly status: Task['status'] | null;
  /** Number of the last event seen. */
  readonly seq: number;
}

export const EMPTY_LOG: TaskLog = { lines: [], progress: null, status: null, seq: 0 };

/** The log after one more event. An event seen before changes nothing, so resuming may repeat. */
export function afterEvent(log: TaskLog, event: TaskEvent): TaskLog {
  const { seq } = event;
  if (seq <= log.seq) return log;
  switch (event.type) {
    case 'log':
      return { ...log, seq, lines: [...log.lines, { seq, at: event.at, line: event.line }] };
    case 'progress':
      return { ...log, seq, progress: event.progress };
    case 'state':
      return { ...log, seq, status: event.status };
    default:
      return { ...log, seq };
  }
}

/** Nothing more comes by itself. */
export const isOver = ({ status }: TaskLog): boolean => status !== null && !isOpen(status);
