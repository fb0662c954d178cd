/** The text of a brief taken apart: a line for each statement, with its sources and names set apart. Pure. */

export interface BriefPart {
  readonly kind: 'text' | 'code' | 'source';
  /** For a source: its number. */
  readonly text: string;
}

const MARKED = /(\[\d+\]|`[^`]+`)/;

function partOf(text: string): BriefPart {
  const source = /^\[(\d+)\]$/.exec(text);
  if (source) return { kind: 'source', text: source[1] ?? '' };
  const code = /^`(.+)`$/.exec(text);
  return code ? { kind: 'code', text: code[1] ?? '' } : { kind: 'text', text };
}

export const linesOf = (brief: string): BriefPart[][] =>
  brief
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .replace(/^- /, '')
        .split(MARKED)
        .filter((text) => text !== '')
        .map(partOf),
    );
