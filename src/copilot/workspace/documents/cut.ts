/** Cuts what was read into documents a search can rank and an answer can quote: by headings in Markdown, else by length. Pure. */
import type { ReadProject } from '../ports/project-reader.ts';

export interface NewDocument {
  readonly path: string;
  /** 0, 1, 2 … within the file. */
  readonly part: number;
  readonly text: string;
  readonly hash: string;
  /** When it was written, where that is known. */
  readonly at: number;
}

/** A screenful: enough to answer from, small enough to quote. */
const PART_CHARS_MAX = 1500;
/** A manual with more parts is better asked for by its own search. */
const PARTS_MAX = 40;

function byLength(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > PART_CHARS_MAX) {
    const paragraph = rest.lastIndexOf('\n\n', PART_CHARS_MAX);
    const line = rest.lastIndexOf('\n', PART_CHARS_MAX);
    const at = [paragraph, line].find((index) => index > PART_CHARS_MAX / 3) ?? PART_CHARS_MAX;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest ? [...parts, rest] : parts;
}

/** Sections start at headings; a heading inside a code block is none. */
function bySections(text: string): string[] {
  const sections: string[][] = [[]];
  let isCode = false;
  for (const line of text.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    if (!isCode && /^#{1,4} /.test(line)) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections.map((lines) => lines.join('\n').trim()).filter(Boolean);
}

export function partsOf(path: string, text: string): string[] {
  const sections = /\.(md|markdown)$/i.test(path) ? bySections(text) : [text];
  return sections.flatMap(byLength).slice(0, PARTS_MAX);
}

/** Path of a commit among documents; no file has it. */
export const commitPath = (hash: string): string => `commits/${hash}`;

export function documentsOf({ files, commits }: ReadProject, now: number): NewDocument[] {
  const written = files.flatMap(({ path, text, hash }) =>
    partsOf(path, text).map((part, index) => ({ path, part: index, text: part, hash, at: now })),
  );
  const made = commits.map(({ hash, author, at, subject }) => ({
    path: commitPath(hash),
    part: 0,
    text: `${new Date(at).toISOString().slice(0, 10)} ${author}: ${subject}`,
    hash,
    at,
  }));
  return [...written, ...made];
}
