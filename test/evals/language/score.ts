/** Scores understanding on a set of phrasings and of ordinary talk: intents, arguments, talk let pass, time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Language, Understanding } from '../../../src/kernel/ports.ts';
import { COPILOT_OPERATIONS } from './operations-copilot.ts';
import { WORK_OPERATIONS } from './operations-work.ts';

export const OPERATIONS = [...COPILOT_OPERATIONS, ...WORK_OPERATIONS];
/** A Wednesday; the sets count `tomorrow` from it. */
export const NOW = Date.parse('2026-03-04T10:00:00Z');
/** Stands for `<id>` in the sets. */
const ID = '7f3e2d1c-4b5a-4968-8776-655443322110';

export interface Phrasing {
  readonly operation: string;
  readonly say: string;
  readonly input: Record<string, unknown>;
}

export interface Score {
  readonly intent: number;
  /** Of the sentences whose operation was understood, those with exactly the right input. */
  readonly input: number;
  readonly talk: number;
  /** How far, on average, the confidence in given commands is from the share of them that are right (ten bins). */
  readonly calibrationError: number;
  readonly p95Ms: number;
  readonly mistakes: readonly string[];
}

interface Claim {
  readonly confidence: number;
  readonly isRight: boolean;
}

function calibrationErrorOf(claims: readonly Claim[]): number {
  const bins = Map.groupBy(claims, (claim) => Math.min(9, Math.floor(claim.confidence * 10)));
  const gap = (bin: readonly Claim[]) =>
    Math.abs(bin.reduce((sum, claim) => sum + claim.confidence - Number(claim.isRight), 0));
  return [...bins.values()].reduce((sum, bin) => sum + gap(bin), 0) / Math.max(1, claims.length);
}

const linesOf = (file: string): string[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .replaceAll('<id>', ID)
    .trim()
    .split('\n');

export function readPhrasings(file: string): Phrasing[] {
  return linesOf(file).map((line) => {
    const [operation = '', say = '', input = '{}'] = line.split('\t');
    return { operation, say, input: JSON.parse(input) as Record<string, unknown> };
  });
}

/** What a description refers to is looked up without its article, so `the blog` and `blog` are the same answer. */
function isSame({ input, refers = {} }: Understanding, wanted: Record<string, unknown>): boolean {
  const bare = (value: unknown) => String(value).replace(/^(?:the|my) /i, '');
  const isField = ([name, words]: [string, string]) => bare(words) === bare(wanted[name]);
  const rest = Object.entries(wanted).filter(([name]) => !(name in refers));
  return isDeepStrictEqual(input, Object.fromEntries(rest)) && Object.entries(refers).every(isField);
}

export const readTalk = (file: string): string[] => linesOf(file);

export function score(language: Language, phrasings: readonly Phrasing[], talk: readonly string[]): Score {
  const mistakes: string[] = [];
  const times: number[] = [];
  const claims: Claim[] = [];
  const understand = (say: string) => {
    const started = performance.now();
    const understanding = language.understand(say);
    times.push(performance.now() - started);
    return understanding;
  };
  let intents = 0;
  let inputs = 0;
  for (const { operation, say, input } of phrasings) {
    const got = understand(say);
    const isRightIntent = got.operation === operation;
    const isRightInput = isRightIntent && isSame(got, input);
    if (got.operation) claims.push({ confidence: got.confidence, isRight: isRightIntent });
    intents += Number(isRightIntent);
    inputs += Number(isRightInput);
    if (!isRightInput)
      mistakes.push(
        `${say} → ${got.operation} ${JSON.stringify({ ...got.input, ...got.refers })} ${got.confidence.toFixed(2)} (${operation})`,
      );
  }
  let passed = 0;
  for (const say of talk) {
    const got = understand(say);
    if (got.operation) claims.push({ confidence: got.confidence, isRight: false });
    if (got.operation === null) passed++;
    else mistakes.push(`${say} → ${got.operation} ${JSON.stringify(got.input)} ${got.confidence.toFixed(2)} (talk)`);
  }
  times.sort((a, b) => a - b);
  return {
    intent: intents / phrasings.length,
    input: inputs / Math.max(1, intents),
    talk: passed / talk.length,
    calibrationError: calibrationErrorOf(claims),
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
    mistakes,
  };
}
