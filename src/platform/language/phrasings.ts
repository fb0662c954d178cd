/**
 * The sentences people use for a module's operations, beside those the operations document: `phrasings.tsv` in the
 * module's folder, one line each of operation, sentence and input. They are learned from and nothing else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example, Operation } from '../../kernel/operation.ts';

export interface Phrasing {
  /** Operation name. */
  readonly operation: string;
  readonly say: string;
  /** What the sentence gives; a thing may be described in the words used instead of by its id. */
  readonly input: Readonly<Record<string, unknown>>;
}

export const PHRASINGS_FILE = 'phrasings.tsv';
const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/i;

function phrasingOf(line: string, file: string): Phrasing {
  const [operation, say, input] = line.split('\t');
  if (!operation || !say || !input)
    throw new Error(`${file} has a line that is not operation, sentence, input: ${line}`);
  return { operation, say, input: JSON.parse(input) as Record<string, unknown> };
}

/** A module, as far as its phrasings go. */
export interface Spoken {
  readonly folder: string;
}

/** The files of these modules; a module without phrasings has none. */
export const phrasingFiles = (modules: readonly Spoken[]): string[] =>
  modules.map(({ folder }) => join(folder, PHRASINGS_FILE)).filter((file) => existsSync(file));

export function readPhrasings(modules: readonly Spoken[]): Phrasing[] {
  return phrasingFiles(modules).flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => phrasingOf(line, file));
  });
}

/** True for words that describe the thing a field identifies: the field takes no such value, or its examples show words. */
export function isDescription({ input, examples }: Operation, field: string, value: unknown): boolean {
  if (typeof value !== 'string' || ID.test(value)) return false;
  const isTaught = examples.some(({ refers }) => refers?.[field] !== undefined);
  return isTaught || (/(?:^|_)id$/.test(field) && input.shape[field]?.safeParse(value).success === false);
}

function exampleOf(operation: Operation, { say, input }: Phrasing): Example {
  const described = Object.entries(input).filter(([field, value]) => isDescription(operation, field, value));
  return described.length
    ? { say, input, refers: Object.fromEntries(described) as Record<string, string> }
    : { say, input };
}

/** By operation, as examples. */
export function phrasedExamples(
  operations: readonly Operation[],
  phrasings: readonly Phrasing[],
): ReadonlyMap<string, readonly Example[]> {
  const said = Map.groupBy(phrasings, ({ operation }) => operation);
  return new Map(
    operations.map((operation) => [
      operation.name,
      (said.get(operation.name) ?? []).map((phrasing) => exampleOf(operation, phrasing)),
    ]),
  );
}
