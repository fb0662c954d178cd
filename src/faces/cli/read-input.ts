/** The input of an operation from what was typed: words, options, a whole JSON file, standard input, hidden answers. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../../kernel/errors.ts';
import { type CliIo, readAll } from './io.ts';
import type { Field, Shape } from './shape.ts';

export interface Typed {
  /** Words after the command, if it takes any. */
  readonly words: readonly string[];
  /** Option values by field name. */
  readonly options: Readonly<Record<string, unknown>>;
  /** `--input`: a file of JSON, or `-` for standard input. */
  readonly file: string | undefined;
}

export function usage(text: string): Failure {
  return new Failure('invalid', text, { code: 'usage' });
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('invalid', `${what} is not JSON: ${(cause as Error).message}`, { code: 'json_malformed', cause });
  }
}

async function wholeInput(file: string | undefined, io: CliIo): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const text =
    file === '-'
      ? await readAll(io.stdin)
      : await readFile(file, 'utf8').catch((cause: Error) => {
          throw new Failure('invalid', `${file} cannot be read: ${cause.message}`, { code: 'file_unreadable', cause });
        });
  const value = parseJson(text, file === '-' ? 'Standard input' : file);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw usage('The input must be a JSON object, such as {}.');
}

async function valueOfText(field: Field, text: string, io: CliIo): Promise<unknown> {
  const said = text === '-' ? (await readAll(io.stdin)).replace(/\r?\n$/, '') : text;
  if (field.kind === 'json') return parseJson(said, `--${field.flag}`);
  // The server stands in another folder than the person who types.
  if (field.isLocalPath && existsSync(said)) return resolve(said);
  if (field.kind !== 'number') return said;
  const number = Number(said);
  if (said.trim() === '' || Number.isNaN(number)) throw usage(`--${field.flag} takes a number, not "${said}".`);
  return number;
}

function meaningOf(field: Field, value: unknown, io: CliIo): Promise<unknown> | unknown {
  return typeof value === 'string' ? valueOfText(field, value, io) : value;
}

async function askSecrets(shape: Shape, input: Record<string, unknown>, io: CliIo): Promise<void> {
  for (const { name, flag, isRequired, about } of shape.secrets) {
    if (!isRequired || input[name] !== undefined) continue;
    if (!io.isTty) throw usage(`${flag} is asked for in a terminal; without one, pass {"${name}": …} with --input -.`);
    const label = flag.charAt(0).toUpperCase() + flag.slice(1);
    const answer = await io.askHidden(`${label}${about ? ` (${about})` : ''}: `);
    if (answer === null) throw usage('Nothing was changed.');
    input[name] = answer;
  }
}

export async function readInput(shape: Shape, typed: Typed, io: CliIo): Promise<Record<string, unknown>> {
  const input = await wholeInput(typed.file, io);
  const { positional, options } = shape;
  if (positional && typed.words.length > 0)
    input[positional.name] = await meaningOf(positional, typed.words.join(' '), io);
  for (const field of options) {
    const value = typed.options[field.name];
    if (value !== undefined) input[field.name] = await meaningOf(field, value, io);
  }
  await askSecrets(shape, input, io);
  const needed = [positional, ...options].filter((field) => field?.isRequired && input[field.name] === undefined);
  if (needed.length === 0) return input;
  const missing = needed.map((field) => (field === positional ? `<${field?.flag}>` : `--${field?.flag}`));
  throw usage(
    `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. "nima help ${shape.words.join(' ')}" shows how.`,
  );
}
