/**
 * Changes single values of a YAML file and nothing else: comments, order, quotes and indentation stay, since the value
 * is replaced where it stands. Only what is not there yet is added through the document. Pure but for loading the parser.
 */
import type { Document, ParsedNode } from 'yaml';
import { Failure } from '../../../../kernel/errors.ts';

export interface Target {
  readonly kind: string;
  readonly name: string;
}

/** `['spec', 'replicas']` → 2; a step `{ name }` means the list entry of that name. */
export type Step = string | { readonly name: string };
export interface Change {
  readonly path: readonly Step[];
  readonly value: string | number;
}

export async function edited(text: string, target: Target, changes: readonly Change[]): Promise<string> {
  let result = text;
  // One at a time: each moves the places of the next.
  for (const change of changes) result = await withChange(result, target, change);
  return result;
}

async function withChange(text: string, target: Target, { path, value }: Change): Promise<string> {
  const { parseAllDocuments, isScalar } = await import('yaml');
  const parsed = parseAllDocuments(text);
  const documents = Array.isArray(parsed) ? parsed : [];
  const document = documents.find(
    (each) => each.get('kind') === target.kind && each.getIn(['metadata', 'name']) === target.name,
  );
  if (!document) throw failed(`There is no ${target.kind} ${target.name} in the file.`);
  const keys = keysOf(document, path);
  const node = document.getIn(keys, true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    return text.slice(0, start) + spelled(value, text.slice(start, end)) + text.slice(end);
  }
  if (node !== undefined) throw failed(`${keys.join('.')} holds more than one value.`);
  document.setIn(keys, value);
  const indentSeq = !/^(\s*)\w+:\n\1- /m.test(text);
  return documents.map((each) => each.toString({ lineWidth: 0, indentSeq })).join('');
}

function keysOf(document: Document.Parsed<ParsedNode>, path: readonly Step[]): (string | number)[] {
  const keys: (string | number)[] = [];
  for (const step of path) {
    if (typeof step === 'string') {
      keys.push(step);
      continue;
    }
    const list = document.getIn(keys) as { items?: { get(key: string): unknown }[] } | undefined;
    const index = list?.items?.findIndex((item) => item.get('name') === step.name) ?? -1;
    if (index < 0) throw failed(`${keys.join('.')} has no entry named ${step.name}.`);
    keys.push(index);
  }
  return keys;
}

/** In the quotes the old value had. Our values are names and quantities: nothing in them needs escaping. */
function spelled(value: string | number, old: string): string {
  const quote = /^(["']).*\1$/s.exec(old)?.[1] ?? '';
  return `${quote}${value}${quote}`;
}

const failed = (text: string): Failure => new Failure('invalid', text, { code: 'gitops_edit' });
