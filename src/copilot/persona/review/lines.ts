/**
 * What kind of Markdown line this is. A kind decided from part of a line is the kind of the whole line, so a streamed
 * answer is read exactly like a finished one.
 */

/** `verbatim`: block quote, indented code, table row or rule; `item`: list item or heading. */
export type LineKind = 'blank' | 'fence' | 'verbatim' | 'item' | 'prose';

const FENCE = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!.*`)|~{3,})/;
const VERBATIM = /^(?: {0,3}[>|]| {4}| *\t)/;
const RULE = /^ {0,3}([-*_=])(?:[ \t]*\1){2,}\s*$/;
const ITEM_MARKER = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)|#{1,6}(?:[ \t]+|$))/;
/** Beginnings that no other kind shares: a plain character, bold or italic, inline code, a number that is no marker. */
const SURELY_PROSE = /^ {0,3}(?:[^\s\-+*=_#>|`~\d]|\*{1,2}[^*\s_-]|`{1,2}[^`]|\d{1,9}[^\d.)])/;
const BLOCK_START = /^(?:`{3}|~{3}|[>#|\s]|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|[-=_*]{3})/;

/** The opening of a fenced block: its character and length, or null. */
export function fenceOf(line: string): string | null {
  return FENCE.exec(line)?.[1] ?? null;
}

/** True when `line` ends the block that `fence` opened. */
export function closesFence(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}

/** The kind of a line, or null while an unfinished one could still become several. */
export function lineKind(line: string, isComplete: boolean): LineKind | null {
  if (!isComplete) return SURELY_PROSE.test(line) ? 'prose' : null;
  if (line.trim() === '') return 'blank';
  if (fenceOf(line)) return 'fence';
  if (VERBATIM.test(line) || RULE.test(line)) return 'verbatim';
  return ITEM_MARKER.test(line) ? 'item' : 'prose';
}

export const isQuote = (line: string): boolean => /^ {0,3}>/.test(line);

/** A line of `=` or `-` makes a heading of the paragraph above it. */
export const isUnderline = (line: string): boolean => /^ {0,3}(?:=+|-+)\s*$/.test(line);

/** The marker of an item line, with its spaces. */
export const markerOf = (line: string): string => ITEM_MARKER.exec(line)?.[0] ?? '';

/** True when this text would open another kind of block if it came first on a line. */
export const startsBlock = (text: string): boolean => BLOCK_START.test(text);
