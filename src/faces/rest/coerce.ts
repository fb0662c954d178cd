/** Words of an address as values: what a query string says in text, told apart by the operation's schema. */
import type { JsonSchema } from '../../kernel/schemas.ts';

export type Coerce = (words: readonly string[]) => unknown;

/** Every type a schema lets through, its alternatives included. */
function typesOf(schema: JsonSchema): string[] {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(typesOf);
  const fixed = schema.const === undefined ? [] : [typeof schema.const];
  return [...own, ...alternatives, ...fixed];
}

/** The value a word means, or the word itself when it means none: then the pipeline says what is wrong with it. */
function meaningOf(word: string, types: readonly string[]): unknown {
  if (types.length === 0 || types.includes('string')) return word;
  if (types.includes('null') && word === 'null') return null;
  if (types.includes('boolean')) {
    if (word === 'true' || word === '') return true;
    if (word === 'false') return false;
  }
  if (types.includes('number') || types.includes('integer')) {
    const number = Number(word);
    if (word.trim() !== '' && Number.isFinite(number)) return number;
  }
  if (types.includes('object')) {
    try {
      return JSON.parse(word);
    } catch {
      return word;
    }
  }
  return word;
}

/** How one field is read; made once for each operation. A repeated key of a field that is no list stays a list, which is refused. */
export function coercerOf(schema: JsonSchema): Coerce {
  const types = typesOf(schema);
  if (types.includes('array')) {
    const items = [schema, ...(schema.anyOf ?? [])].find((member) => member.items)?.items ?? {};
    const itemTypes = typesOf(items);
    return (words) => words.map((word) => meaningOf(word, itemTypes));
  }
  return (words) => (words.length === 1 ? meaningOf(words[0] ?? '', types) : words);
}

/** `?limit=5&tag=a&tag=b` → `{ limit: 5, tag: ['a', 'b'] }`. */
export function readQuery(search: string, coercers: ReadonlyMap<string, Coerce>): Record<string, unknown> {
  if (search === '') return {};
  const params = new URLSearchParams(search);
  const input: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const words = params.getAll(name);
    const value = coercers.get(name)?.(words) ?? (words.length === 1 ? words[0] : words);
    Object.defineProperty(input, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return input;
}
