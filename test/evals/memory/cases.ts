/** The cases of the truth suite as their files hold them: what is told on which day, what is asked, and what must come first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const KINDS = ['update', 'negation', 'again', 'alike', 'asof'] as const;
export type Kind = (typeof KINDS)[number];

export interface Told {
  readonly text: string;
  /** Milliseconds; null for the day after the one before. */
  readonly at: number | null;
}

export interface Case {
  readonly kind: Kind;
  readonly told: readonly Told[];
  readonly asked: string;
  /** As `memory.recall` takes it. */
  readonly asOf: string | null;
  /** The first answer fits the first; each of `alike` must still hold. */
  readonly wants: readonly RegExp[];
  /** No fact that holds may fit this. */
  readonly not: RegExp | null;
}

const OF_DAY = /^@(\d{4}-\d\d-\d\d) /;

function toldOf(text: string): Told {
  const [mark, day] = OF_DAY.exec(text) ?? [];
  return { text: text.slice(mark?.length ?? 0), at: day ? Date.parse(day) : null };
}

export function parseCase(line: string): Case {
  const [kind = '', told = '', asked = '', wants = '', not = ''] = line.split(/ \|(?: |$)/).map((part) => part.trim());
  const [, question = '', asOf] = /^(.*?)(?: \{(.+)\})?$/.exec(asked) ?? [];
  return {
    kind: kind as Kind,
    told: told.split(' // ').map(toldOf),
    asked: question,
    asOf: asOf ?? null,
    wants: wants ? wants.split(' && ').map((want) => new RegExp(want, 'i')) : [],
    not: not ? new RegExp(not, 'i') : null,
  };
}

/** The cases of a file beside this one; `#` begins a comment. */
export function casesIn(file: string): Case[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.filter((line) => line.trim() && !line.startsWith('#')).map(parseCase);
}
