/**
 * Cuts a paragraph into sentences, with everything the review must not touch (inline code, quotations, links, paths)
 * replaced by one mark each. A sentence is given only when no later text could change where it ends.
 */

/** Stands for one protected span. A private-use character; one found in the text is itself protected. */
export const MARK = '\uE000';
/** Emoji that show as pictures: by nature, or by a variation selector; with skin tones, joiners and flags. */
export const EMOJI = String.raw`(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:\p{Emoji_Modifier}|\uFE0F|\u200D(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?))*)`;

export interface Sentence {
  /** The words, with a mark for each protected span. */
  readonly masked: string;
  readonly spans: readonly string[];
  /** White space up to the next sentence. */
  readonly gap: string;
  readonly length: number;
}

const SENTENCE_END = new RegExp(String.raw`[.!?…](?:[)*_\]]|${EMOJI})*$`, 'u');
const TOKEN = new RegExp(`(?:(?!${EMOJI})[^\\s"'\`“”‘’„«»])+`, 'uy');
const TOKEN_BEFORE = new RegExp(`(?:[\\s"'\`“”‘’„«»]|${EMOJI})$`, 'u');
const LINKED = /[/\\@_]|::/;
const TOKEN_TAIL = /[.,;:!?…)\]*_]+$/;
const CLOSER_OF: Readonly<Record<string, RegExp>> = {
  '"': /"/g,
  '“': /”/g,
  '„': /[“”]/g,
  '«': /»/g,
  '‘': /’(?![\p{L}\p{N}])/gu,
  "'": /(?<=\S)'(?![\p{L}\p{N}])/gu,
};

/** The end of the quotation or code span that opens at `at`, or -1 when nothing opens there or it never closes. */
function delimitedEnd(text: string, at: number): number {
  const char = text.charAt(at);
  if (char === '`') {
    const run = /`+/y;
    run.lastIndex = at;
    const fence = run.exec(text)?.[0] ?? '';
    const close = text.slice(at + fence.length).search(new RegExp(`(?<!\`)\`{${fence.length}}(?!\`)`));
    return close < 0 ? -1 : at + close + 2 * fence.length;
  }
  const closer = CLOSER_OF[char];
  if (!closer) return -1;
  const isStraight = char === '"' || char === "'";
  if (isStraight && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return -1;
  if (isStraight && !/\S/.test(text.charAt(at + 1))) return -1;
  const found = new RegExp(closer.source, closer.flags);
  found.lastIndex = at + 1;
  return found.test(text) ? found.lastIndex : -1;
}

/** The end of a word with a slash, backslash, `@`, `_` or `::` in it: a path, a link, a name in code. */
function tokenEnd(text: string, at: number): number {
  if (at > 0 && !TOKEN_BEFORE.test(text.slice(Math.max(0, at - 16), at))) return -1;
  TOKEN.lastIndex = at;
  const token = (TOKEN.exec(text)?.[0] ?? '').replace(TOKEN_TAIL, '');
  return LINKED.test(token.replace(/^[*_]+/, '')) ? at + token.length : -1;
}

/** The protected span at `at`: its end, `open` when later text decides, or null for none. */
function spanEnd(text: string, at: number, isWhole: boolean): number | 'open' | null {
  if (text.charAt(at) === MARK) return at + 1;
  const isDelimiter = text.charAt(at) === '`' || text.charAt(at) in CLOSER_OF;
  const end = isDelimiter ? delimitedEnd(text, at) : tokenEnd(text, at);
  if (end < 0) {
    const mayStillClose = isDelimiter && !isWhole && !isApostrophe(text, at);
    return mayStillClose ? 'open' : null;
  }
  return end === text.length && !isWhole ? 'open' : end;
}

/** A straight mark inside or after a word opens nothing, whatever follows. */
const isApostrophe = (text: string, at: number): boolean =>
  /["']/.test(text.charAt(at)) && /[\p{L}\p{N}]/u.test(text.charAt(at - 1));

/**
 * The first sentence of `text`, or null when more text is needed to know it. `isWhole` says that the paragraph ends
 * with `text`. A period before a lower-case word ends no sentence ("e.g. this", "println! is a macro").
 */
export function nextSentence(text: string, isWhole: boolean): Sentence | null {
  const spans: string[] = [];
  let masked = '';
  let at = 0;
  while (at < text.length) {
    const end = spanEnd(text, at, isWhole);
    if (end === 'open') return null;
    if (end !== null) {
      spans.push(text.slice(at, end));
      masked += MARK;
      at = end;
      continue;
    }
    const gap = /^\s+/.exec(text.slice(at, at + 200))?.[0] ?? '';
    if (gap !== '' && (SENTENCE_END.test(masked.slice(-40)) || endsInQuotation(masked, spans))) {
      const next = text.charAt(at + gap.length);
      if (next === '' && !isWhole) return null;
      if (!/\p{Ll}/u.test(next)) return { masked, spans, gap, length: at + gap.length };
    }
    masked += gap || text.charAt(at);
    at += gap.length || 1;
  }
  if (!isWhole) return null;
  const words = masked.trimEnd();
  return { masked: words, spans, gap: masked.slice(words.length), length: text.length };
}

/** `He said "Ship it." Then …`: the sentence ended within its quotation. */
const endsInQuotation = (masked: string, spans: readonly string[]): boolean =>
  masked.endsWith(MARK) && /[.!?…]["”»’']$/.test(spans.at(-1) ?? '');

/** The text again, each mark replaced by what it stood for. */
export function unmask(masked: string, spans: readonly string[]): string {
  const rest = [...spans];
  return masked.replaceAll(MARK, () => rest.shift() ?? MARK);
}
