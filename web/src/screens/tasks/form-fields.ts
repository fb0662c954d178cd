/** A form made from the JSON schema of an action: its fields, and the parameters that what was typed means. Pure. */

type Schema = Readonly<Record<string, unknown>>;

/** `lines`: a list of texts, one a line. `json`: whatever has no field of its own. */
export type FieldKind = 'text' | 'long' | 'number' | 'switch' | 'choice' | 'lines' | 'json';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly hint: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  /** As it would be typed. */
  readonly initial: string;
}

export type Typed = Readonly<Record<string, string>>;

/** A text that may be longer than this gets room for more than one line. */
const LINE_CHARS_MAX = 2000;

function kindOf({ type, enum: choices, items, maxLength, pattern, format }: Schema): FieldKind {
  if (Array.isArray(choices) && choices.every((choice) => typeof choice === 'string')) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'array' && (items as Schema | undefined)?.type === 'string') return 'lines';
  if (type !== 'string') return 'json';
  const isLine = pattern !== undefined || format !== undefined || Number(maxLength) <= LINE_CHARS_MAX;
  return isLine ? 'text' : 'long';
}

function typedOf(kind: FieldKind, value: unknown): string {
  if (value === undefined) return '';
  if (kind === 'lines') return (value as string[]).join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What is needed stands first. */
export function fieldsOf(schema: Schema): Field[] {
  const required = (schema.required ?? []) as readonly string[];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, property]) => {
    const kind = kindOf(property);
    return {
      name,
      kind,
      hint: String(property.description ?? '').replaceAll('`', ''),
      isRequired: required.includes(name),
      choices: kind === 'choice' ? (property.enum as string[]) : [],
      initial: typedOf(kind, property.default),
    };
  });
  return fields.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

export const initialOf = (fields: readonly Field[]): Typed =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined when the text cannot be what the field wants. */
function meaningOf(kind: FieldKind, text: string): unknown {
  switch (kind) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'switch':
      return text === 'true';
    case 'lines':
      return text.split('\n').filter((line) => line !== '');
    case 'json':
      return jsonOf(text);
    default:
      return text;
  }
}

export interface Meant {
  readonly params: Record<string, unknown>;
  /** By field: what is wrong with what was typed. */
  readonly faults: Typed;
}

/** Fields left empty are left out, so that their defaults hold. */
export function meantBy(fields: readonly Field[], typed: Typed): Meant {
  const params: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const { name, kind, isRequired } of fields) {
    const text = typed[name] ?? '';
    if (text === '' && kind !== 'switch') {
      // An empty text can be meant; an empty number, list or choice cannot.
      if (isRequired && kind === 'long') params[name] = '';
      else if (isRequired) faults[name] = 'Needed.';
      continue;
    }
    const value = meaningOf(kind, text);
    if (value === undefined) faults[name] = kind === 'number' ? 'Write a number.' : 'This is not JSON.';
    else params[name] = value;
  }
  return { params, faults };
}
