/** The shape of an operation as a command: which input is a plain argument, which are options, and what is never typed in sight. */
import { commandOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { inputSchemaOf, type JsonSchema, typeText } from '../../kernel/schemas.ts';

export interface Field {
  /** As the input calls it: `conversation_id`. */
  readonly name: string;
  /** As the command calls it: `conversation-id`. */
  readonly flag: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'json';
  readonly choices: readonly string[] | null;
  readonly about: string;
  readonly isRequired: boolean;
  /** True when leaving a boolean out means yes. */
  readonly isOnByDefault: boolean;
  /** May be a path from the folder the command is typed in. */
  readonly isLocalPath: boolean;
}

export interface Shape {
  readonly words: readonly string[];
  readonly positional: Field | null;
  readonly options: readonly Field[];
  /** Asked for without showing them. */
  readonly secrets: readonly Field[];
}

/** Flags every command has. */
const RESERVED: readonly string[] = ['json', 'input', 'yes', 'help', 'version'];

/** A union is what its parts agree on; `null` is said by leaving a field out. */
function core(schema: JsonSchema): JsonSchema {
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) {
    const kinds = parts.filter(({ type }) => type !== 'null').map(core);
    return kinds.every(({ type }) => type === kinds[0]?.type) ? (kinds[0] ?? {}) : {};
  }
  if (!Array.isArray(schema.type)) return schema;
  const types = schema.type.filter((type: string) => type !== 'null');
  return types.length === 1 ? { ...schema, type: types[0] } : {};
}

function kindOf(schema: JsonSchema): Field['kind'] {
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return ['string', 'number', 'integer'].includes(String(core(schema.items ?? {}).type)) ? 'list' : 'json';
    default:
      return 'json';
  }
}

function fieldOf(name: string, schema: JsonSchema, isRequired: boolean): Field {
  const inner = core(schema);
  const kind = schema.enum ? 'text' : kindOf(inner);
  const choices = inner.enum?.every((value) => typeof value === 'string') ? (inner.enum as string[]) : null;
  const flag = name.replaceAll('_', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const type = kind === 'json' ? ` (JSON: ${typeText(schema)})` : '';
  const isTold =
    schema.default !== undefined && kind !== 'boolean' && !/^(\[\]|\{\})$/.test(JSON.stringify(schema.default));
  const standard = isTold ? ` (default: ${JSON.stringify(schema.default)})` : '';
  return {
    name,
    flag: RESERVED.includes(flag) ? `${flag}-value` : flag,
    kind,
    choices,
    about: `${schema.description ?? ''}${type}${standard}`.trim(),
    isRequired,
    isOnByDefault: schema.default === true,
    isLocalPath: schema.localPath === true,
  };
}

/** The thing a command is about: its id, or the one text it cannot do without. */
function positionalOf(fields: readonly Field[]): Field | null {
  const id = fields.find(({ name }) => name === 'id');
  if (id) return id;
  const needed = fields.filter(({ kind, isRequired, choices }) => isRequired && kind === 'text' && !choices);
  return needed.length === 1 ? (needed[0] ?? null) : null;
}

export function shapeOf(operation: Operation): Shape {
  const { properties = {}, required = [] } = inputSchemaOf(operation);
  const fields = Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name)));
  const secrets = fields.filter(({ name }) => properties[name]?.secret);
  const open = fields.filter((field) => !secrets.includes(field));
  const positional = positionalOf(open);
  return { words: commandOf(operation), positional, options: open.filter((field) => field !== positional), secrets };
}

/** `--limit <number>`, `--archived`, `--label <text...>`. */
export function flagOf({ flag, kind }: Field): string {
  if (kind === 'boolean') return `--${flag}`;
  return `--${flag} <${kind === 'list' ? 'text...' : kind}>`;
}

/** `nima memory facts create <fact> [options]`. */
export function usageOf(operation: Operation): string {
  const { words, positional, options } = shapeOf(operation);
  const needed = options.filter(({ isRequired }) => isRequired).map(flagOf);
  const rest = options.length > needed.length ? ['[options]'] : [];
  const argument = positional ? [positional.isRequired ? `<${positional.flag}>` : `[${positional.flag}]`] : [];
  return ['nima', ...words, ...argument, ...needed, ...rest].join(' ');
}
