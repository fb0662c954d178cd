/** Recognizes by its content what a file of memories is, and reads it: other programs' facts and talks in one shape. Pure. */
import { readChatGpt, readChatGptMemories } from './chatgpt.ts';
import { readMarkdownMemory } from './markdown-memory.ts';
import { readMcpMemory } from './mcp-memory.ts';
import { readMem0 } from './mem0.ts';

export interface ForeignFact {
  readonly fact: string;
  /** When it was told, where the file says so: ISO 8601. */
  readonly at: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ForeignTalk {
  readonly id: string;
  readonly title: string;
  readonly head: number | null;
  readonly messages: readonly {
    readonly role: 'user' | 'assistant';
    readonly content: string;
    readonly timestamp?: string;
    readonly parent: number | null;
  }[];
}

export interface Skipped {
  readonly what: string;
  readonly because: string;
}

export interface ForeignMemory {
  readonly facts: readonly ForeignFact[];
  readonly talks: readonly ForeignTalk[];
  readonly skipped: readonly Skipped[];
}

export const FORMATS = ['chatgpt', 'chatgpt-memories', 'mem0', 'mcp-memory', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReadFile extends ForeignMemory {
  readonly format: Format;
}

/** What stands before a parse error, as a person counts: the line of a place in the text. */
const lineOf = (text: string, place: number): number => text.slice(0, place).split('\n').length;

export interface BrokenJson {
  readonly line: number;
  readonly because: string;
}

function brokenAt(text: string, thrown: unknown): BrokenJson {
  const because = thrown instanceof Error ? thrown.message : String(thrown);
  const line = /line (\d+)/.exec(because)?.[1];
  const place = /position (\d+)/.exec(because)?.[1];
  return { line: line ? Number(line) : place ? lineOf(text, Number(place)) : text.split('\n').length, because };
}

/** One JSON value, or one on each line; null where the text is no JSON at all. */
function jsonOf(text: string): { value: unknown } | { broken: BrokenJson } | null {
  if (!/^\s*[[{]/.test(text) || /^\s*\[[ xX]?\]/.test(text)) return null;
  try {
    return { value: JSON.parse(text) };
  } catch (thrown) {
    const lines = text.split('\n');
    if (!/^\s*\{.*\}\s*$/.test(lines.find((line) => line.trim()) ?? '')) return { broken: brokenAt(text, thrown) };
    const values: unknown[] = [];
    for (const [index, line] of lines.entries()) {
      if (!line.trim()) continue;
      try {
        values.push(JSON.parse(line));
      } catch (cause) {
        return { broken: { ...brokenAt(line, cause), line: index + 1 } };
      }
    }
    return { value: values };
  }
}

const JSON_READERS: readonly (readonly [Format, (value: unknown) => ForeignMemory | null])[] = [
  ['chatgpt', readChatGpt],
  ['mcp-memory', readMcpMemory],
  ['mem0', readMem0],
  ['chatgpt-memories', readChatGptMemories],
];

/** The file read, where it breaks, or null when nobody knows the format. */
export function readFile(text: string, name = ''): ReadFile | { broken: BrokenJson } | null {
  const json = jsonOf(text.replace(/^\uFEFF/, ''));
  if (json && 'broken' in json) return json;
  if (!json) {
    const read = readMarkdownMemory(text, name);
    return read && { format: 'markdown', ...read };
  }
  for (const [format, read] of JSON_READERS) {
    const found = read(json.value);
    if (found) return { format, ...found };
  }
  return null;
}
