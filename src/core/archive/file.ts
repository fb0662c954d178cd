/**
 * `nima export <file>` and `nima import <file>`: an archive as a file, a line at a time, so that its size does not matter.
 * An import that was cut off is begun again; what is there already stays.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Failure } from '../../kernel/errors.ts';
import { lineSchema } from './archive.ts';

/** Runs an operation by name, here or on the running server. */
export type CallByName = (operation: string, input: object) => Promise<unknown>;

const PAGE_LINES = 500;
/** A page is one request; a file or picture may be larger than this, and then goes alone. */
const PAGE_CHARS = 1_000_000;
const HEADER = { nima: 'archive', format: 1 } as const;
const EVERY_LINES = 20_000;

export interface Ends {
  readonly call: CallByName;
  /** Says how far it is. */
  readonly tell: (text: string) => void;
}

interface Page {
  readonly lines: readonly object[];
  readonly cursor: string | null;
}

/** Written beside and moved into place at the end, so that a file of that name is always whole. */
export async function exportTo(file: string, { call, tell }: Ends): Promise<number> {
  const part = `${file}.part`;
  const out = createWriteStream(part, { mode: 0o600 });
  out.write(`${JSON.stringify(HEADER)}\n`);
  let [count, cursor] = [0, undefined as string | undefined];
  do {
    const page = (await call('archive.export', { limit: PAGE_LINES, ...(cursor ? { cursor } : {}) })) as Page;
    const text = page.lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (!out.write(text)) await once(out, 'drain');
    count += page.lines.length;
    if (count % EVERY_LINES < PAGE_LINES && count >= EVERY_LINES) tell(`${count.toLocaleString('en')} rows so far`);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  out.end();
  await finished(out);
  renameSync(part, file);
  tell(`${count.toLocaleString('en')} rows written to ${file}. Keep it like a diary: it holds all you told Nima.`);
  return 0;
}

const malformed = (text: string): Failure => new Failure('invalid', text, { code: 'archive_malformed' });

function readLine(text: string, number: number, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = (cause as Error).message;
    throw malformed(
      `Line ${number} of ${file} is not JSON: ${why}. Everything before it was brought in; mend it and import again.`,
    );
  }
}

function checkHeader(header: unknown, file: string): void {
  const { nima, format } = (header ?? {}) as Partial<typeof HEADER>;
  if (nima !== HEADER.nima) throw malformed(`${file} is not an export of Nima: its first line does not say so.`);
  if (format !== HEADER.format)
    throw malformed(`${file} was written by a newer Nima. Update this one, then import it.`);
}

interface Sum {
  taken: number;
  known: number;
  readonly unknown: Set<string>;
}

async function bringIn(call: CallByName, lines: readonly unknown[], sum: Sum): Promise<void> {
  const answer = (await call('archive.import', { lines })) as {
    taken: number;
    known: number;
    unknown_tables: string[];
  };
  sum.taken += answer.taken;
  sum.known += answer.known;
  for (const table of answer.unknown_tables) sum.unknown.add(table);
}

export async function importFrom(file: string, { call, tell }: Ends): Promise<number> {
  if (!existsSync(file)) throw malformed(`There is no file ${file}.`);
  const sum: Sum = { taken: 0, known: 0, unknown: new Set() };
  let [number, toldAt, chars] = [0, 0, 0];
  let page: unknown[] = [];
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const line = readLine(text, number, file);
    if (number === 1) {
      checkHeader(line, file);
      continue;
    }
    if (!lineSchema.safeParse(line).success) throw malformed(`Line ${number} of ${file} is no row of an export.`);
    if (page.length === PAGE_LINES || (page.length > 0 && chars + text.length > PAGE_CHARS)) {
      await bringIn(call, page, sum);
      [page, chars] = [[], 0];
    }
    page.push(line);
    chars += text.length;
    if (number - toldAt < EVERY_LINES) continue;
    toldAt = number;
    tell(`${number.toLocaleString('en')} lines so far`);
  }
  if (number === 0) throw malformed(`${file} is empty.`);
  if (page.length > 0) await bringIn(call, page, sum);
  const left = sum.unknown.size > 0 ? ` Left out, unknown here: ${[...sum.unknown].join(', ')}.` : '';
  tell(
    `${sum.taken.toLocaleString('en')} rows brought in, ${sum.known.toLocaleString('en')} were there already.${left}`,
  );
  return 0;
}
