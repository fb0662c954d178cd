/** What a section of a brief is told: the time it covers, and how times are said. A section is a title and its lines. */
import { wallTime } from '../../../kernel/wall-time.ts';
import { sayTime } from '../../schedules/index.ts';

export interface Span {
  readonly now: number;
  /** Milliseconds UTC. */
  readonly since: number;
  readonly until: number;
  readonly zone: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

export const isSince = (at: string | null, { since }: Span): boolean => at !== null && Date.parse(at) >= since;

/** `09:00` today, `Tuesday 3 March 2026 at 09:00` on another day. */
export function sayWhen(at: number, { now, zone }: Span): string {
  const said = sayTime(at, zone);
  return wallTime(at, zone).date === wallTime(now, zone).date ? (said.split(' at ').at(-1) ?? said) : said;
}

/** The first lines, and how many more there are. */
export function atMost(lines: readonly string[], max: number): string[] {
  return lines.length <= max ? [...lines] : [...lines.slice(0, max), `and ${lines.length - max} more`];
}

/** The first line of a text, without what Markdown would make of it. */
export function oneLine(text: string, charsMax = 160): string {
  const line =
    text
      .split('\n')[0]
      ?.replaceAll(/[*_#>`]/g, '')
      .trim() ?? '';
  return line.length > charsMax ? `${line.slice(0, charsMax - 1)}…` : line;
}
