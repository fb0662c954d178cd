/** JSON Schema as TypeScript: what a program writes and reads, without the checks Nima makes itself. */
import type { JsonSchema } from '../../kernel/schemas.ts';

const isName = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);
const unionOf = (types: readonly string[]): string => [...new Set(types)].join(' | ') || 'unknown';
const grouped = (type: string): string => (/ [|&] /.test(type) ? `(${type})` : type);

function comment({ description, default: standard }: JsonSchema, indent: string): string {
  const words = [description, standard === undefined ? undefined : `Default: ${JSON.stringify(standard)}`];
  const text = words.filter(Boolean).join(' · ').replaceAll('*/', '* /').replaceAll(/\s+/g, ' ');
  return text ? `${indent}/** ${text} */\n` : '';
}

function objectType({ properties = {}, required = [], additionalProperties }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, schema]) => {
    const key = isName(name) ? name : JSON.stringify(name);
    const mark = required.includes(name) ? '' : '?';
    return `${comment(schema, inner)}${inner}${key}${mark}: ${printType(schema, inner)};\n`;
  });
  const rest = typeof additionalProperties === 'object' ? printType(additionalProperties, inner) : 'unknown';
  if (members.length === 0) return additionalProperties === false ? 'Record<string, never>' : `Record<string, ${rest}>`;
  // Known members need not fit the type of the unknown ones.
  const open = typeof additionalProperties === 'object' ? `${inner}[key: string]: unknown;\n` : '';
  return `{\n${members.join('')}${open}${indent}}`;
}

export function printType(schema: JsonSchema, indent = ''): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return unionOf(schema.enum.map((value) => JSON.stringify(value)));
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return unionOf(alternatives.map((each) => printType(each, indent)));
  if (schema.allOf) return schema.allOf.map((each) => grouped(printType(each, indent))).join(' & ');
  if (Array.isArray(schema.type))
    return unionOf(schema.type.map((type: string) => printType({ ...schema, type }, indent)));
  switch (schema.type) {
    case 'object':
      return objectType(schema, indent);
    case 'array':
      return `${grouped(printType(schema.items ?? {}, indent))}[]`;
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return 'unknown';
  }
}
