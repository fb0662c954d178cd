/** Text of a pack's files into plain values. Aliases, anchors' bombs and foreign tags of YAML are refused before they unfold. */
import type { z } from 'zod';

/** What is wrong, where: file, path inside it, and what to do. */
export interface Fault {
  readonly file: string;
  /** `facts[3].source.url`, or empty for the whole file. */
  readonly at: string;
  readonly message: string;
}

export type Parsed<T> = { readonly value: T } | { readonly faults: readonly Fault[] };

const fault = (file: string, message: string): Parsed<never> => ({ faults: [{ file, at: '', message }] });

export function decode(file: string, bytes: Uint8Array): Parsed<string> {
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return fault(file, 'It is not UTF-8 text.');
  }
}

export function parseJson(file: string, text: string): Parsed<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return fault(file, `It is not JSON: ${(cause as Error).message}.`);
  }
}

export async function parseYaml(file: string, text: string): Promise<Parsed<unknown>> {
  const { parseDocument, visit } = await import('yaml');
  try {
    const document = parseDocument(text, { schema: 'core', merge: false, resolveKnownTags: false, stringKeys: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) return fault(file, `It is not plain YAML: ${firstLine(problem.message)}`);
    const aliases: string[] = [];
    visit(document, {
      Alias(_key, { source }) {
        aliases.push(source);
        return visit.BREAK;
      },
    });
    if (aliases.length > 0) return fault(file, `It uses an alias (*${aliases[0]}). Write each value out.`);
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (cause) {
    // Nesting deeper than the parser's stack ends here as well.
    return fault(file, `It cannot be read as YAML: ${firstLine((cause as Error).message)}`);
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** `['facts', 3, 'source']` → `facts[3].source`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text ? `${text}.${String(part)}` : String(part);
  }, '');

/** Checks a value; `root` begins each path, so that a list names itself. */
export function check<T extends z.ZodType>(
  schema: T,
  value: unknown,
  { file, root }: { file: string; root: string },
): Parsed<z.output<T>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    file,
    at: pathText(root ? [root, ...path] : path),
    message,
  }));
  return { faults };
}
