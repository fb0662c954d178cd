/** The words by which a person recognizes a thing an operation returned: its text, title or name. */
import { cut } from './words.ts';

const LABEL_FIELDS = [
  'text',
  'fact',
  'title',
  'goal',
  'name',
  'label',
  'summary',
  'subject',
  'instruction',
  'content',
  'description',
  'path',
  'url',
] as const;
const LABEL_CHARS_MAX = 200;

export type Thing = Readonly<Record<string, unknown>>;

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function labelOf(thing: unknown): string | null {
  if (typeof thing === 'string') return cut(thing, LABEL_CHARS_MAX);
  if (!isThing(thing)) return null;
  const field = LABEL_FIELDS.find((name) => typeof thing[name] === 'string' && thing[name] !== '');
  return field ? cut(String(thing[field]), LABEL_CHARS_MAX) : null;
}

/** The list in an output: the output itself, or its first property that is one. */
export const listIn = (value: unknown): readonly unknown[] | null => listsIn(value)[0]?.items ?? null;

/** Every list in an output, with the property it stands under. */
export function listsIn(value: unknown): readonly { readonly title: string; readonly items: readonly unknown[] }[] {
  if (Array.isArray(value)) return [{ title: '', items: value }];
  if (!isThing(value)) return [];
  return Object.entries(value).flatMap(([title, items]) => (Array.isArray(items) ? [{ title, items }] : []));
}

/** `dueOn` → due on. */
export const humanized = (field: string): string =>
  field
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
