/** An operation's schemas as JSON Schema 2020-12, said the same way on every face: to documents, models, commands and clients. */
import { z } from 'zod';
import type { Operation } from './operation.ts';

/** The part of JSON Schema that Nima's operations use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Typed hidden, never on a command line: `.meta({ secret: true })` on an input. */
  readonly secret?: boolean;
  /** A path where the caller is, if such a file or folder exists there: `.meta({ localPath: true })` on an input. */
  readonly localPath?: boolean;
  /** Proves who the caller is: `.meta({ credential: true })` on an output. */
  readonly credential?: boolean;
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Says what callers mean: a word for yes or no is a boolean, and a format speaks for the pattern it stands for. */
const plain: Override = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  const isWordForBoolean = def.type === 'pipe' && 'out' in def && (def.out as z.ZodType)._zod.def.type === 'boolean';
  if (isWordForBoolean) jsonSchema.type = 'boolean';
  // Left out by the library where the words of a boolean are read; it is true of the boolean all the same.
  if (def.type === 'default' && 'defaultValue' in def && typeof def.defaultValue === 'boolean') {
    jsonSchema.default = def.defaultValue;
  }
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  delete jsonSchema.propertyNames;
  const { anyOf } = jsonSchema;
  if (anyOf?.length && anyOf.every((member) => JSON.stringify(member) === JSON.stringify(anyOf[0]))) {
    delete jsonSchema.anyOf;
    Object.assign(jsonSchema, anyOf[0]);
  }
  if (Array.isArray(jsonSchema.type)) {
    const types = [...new Set<string>(jsonSchema.type)];
    Object.assign(jsonSchema, { type: types.length === 1 ? types[0] : types });
  }
};

/** Any schema as the faces say it; operations have their own functions below. */
export function jsonSchemaOf(type: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', override: plain });
  return schema as JsonSchema;
}

export const inputSchemaOf = (operation: Operation): JsonSchema => jsonSchemaOf(operation.input, 'input');
export const outputSchemaOf = (operation: Operation): JsonSchema => jsonSchemaOf(operation.output, 'output');
/** Null when the operation never answers with a stream. */
export const eventSchemaOf = (operation: Operation): JsonSchema | null =>
  operation.events ? jsonSchemaOf(operation.events, 'output') : null;

/** A schema in the words of a reference: `string (uuid)`, `"a" | "b"`, `integer or null`, `list of string`. */
export function typeText(schema: JsonSchema): string {
  const { type, items, format } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeText))].join(' or ');
  if (type === undefined) return 'anything';
  if (typeof type !== 'string') return type.map((each) => typeText({ ...schema, type: each })).join(' or ');
  if (type === 'array') return `list of ${typeText(items ?? {})}`;
  return format && type === 'string' ? `${type} (${format})` : type;
}

/**
 * When a call is answered by a stream: an operation with events always does, unless its input has a boolean `stream`,
 * as the chat APIs of the field have; then it does when asked.
 */
export function streamingOf(operation: Operation): 'never' | 'always' | 'when asked' {
  if (!operation.events) return 'never';
  return inputSchemaOf(operation).properties?.stream?.type === 'boolean' ? 'when asked' : 'always';
}
