/** Puts a new value in place of the one of its type: "make it two" changes the number, "on Friday" the time. Pure. */
import type { Language } from '../../../kernel/ports.ts';
import type { InputField, OfferedOperation } from './conversation.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, value) => [word, value]),
);

export function numberIn(words: string): number | null {
  const plain = words.toLowerCase().replace(/[.!]$/, '').trim();
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  return NUMBERS.get(plain) ?? null;
}

type Input = Readonly<Record<string, unknown>>;

export interface Change {
  readonly field: string;
  readonly value: unknown;
}

const isNumeric = ({ type }: InputField): boolean => type === 'integer' || type === 'number';
const isTime = ({ format = '' }: InputField): boolean => /^(?:when|date|date-time)$/.test(format);
const isId = (name: string): boolean => /^id$|_id$|Id$/.test(name);

/** "on Friday" keeps the hour of "Thursday at 9". */
function whenFrom(words: string, before: unknown): string {
  const hour = /\bat \d{1,2}(?::\d\d)?(?: ?[ap]m)?\b|\bat (?:noon|midnight)\b/i;
  const kept = typeof before === 'string' ? hour.exec(before)?.[0] : undefined;
  return kept && !hour.test(words) && !/\b\d{1,2}:\d\d\b/.test(words) ? `${words} ${kept}` : words;
}

function timeValue(words: string, { format }: InputField, language: Language): unknown {
  const read = language.readTime(words, 'UTC') ?? language.readTime(`at ${words}`, 'UTC');
  if (!read) return undefined;
  if (format === 'when') return words;
  if (read.kind !== 'once') return undefined;
  const iso = new Date(read.at).toISOString();
  return format === 'date' ? iso.slice(0, 10) : iso;
}

/** The value that `words` give this field; undefined when they are of another type. */
export function valueFor(words: string, field: InputField, language: Language): unknown {
  if (isNumeric(field)) return numberIn(words) ?? undefined;
  if (isTime(field)) return timeValue(words, field, language);
  if (field.enum) return field.enum.find((choice) => String(choice).toLowerCase() === words.toLowerCase());
  return undefined;
}

export interface Replacing {
  readonly words: string;
  readonly tool: OfferedOperation;
  readonly input: Input;
}

/** The field whose type the words have, one that was given before all others; text only where there is no doubt which. */
export function changeIn({ words, tool, input }: Replacing, language: Language): Change | null {
  const names = Object.keys(tool.fields).filter((name) => !isId(name) && !/^(?:limit|offset)$/.test(name));
  const given = names.filter((name) => input[name] !== undefined);
  for (const name of [...given, ...names.filter((other) => !given.includes(other))]) {
    const field = tool.fields[name] ?? {};
    const told = isTime(field) ? whenFrom(words, input[name]) : words;
    const value = valueFor(told, field, language);
    if (value !== undefined) return { field: name, value };
  }
  const texts = given.filter((name) => typeof input[name] === 'string' && !isTime(tool.fields[name] ?? {}));
  const [only] = texts;
  const isPlainText = numberIn(words) === null && language.readTime(words, 'UTC') === null;
  return texts.length === 1 && only && isPlainText && !tool.fields[only]?.enum ? { field: only, value: words } : null;
}
