/**
 * The style rules on one sentence, its protected spans masked: emoji, exclamation marks, belittling words, empty
 * beginnings. Rules are applied until nothing changes, so that a reviewed sentence stays as it is.
 */
import type { ReviewRules } from '../persona.ts';
import { startsBlock } from './lines.ts';
import { EMOJI, MARK, type Sentence, unmask } from './sentence.ts';

/** One departure from the style: the rule, and the words that broke it. */
export interface Violation {
  readonly rule: string;
  readonly quote: string;
}

interface PhraseRule {
  readonly rule: string;
  readonly pattern: RegExp;
}

/** The rules of `review.yaml` as patterns, made once for an answer. */
export interface CompiledRules {
  readonly openers: readonly PhraseRule[];
  readonly fillers: readonly PhraseRule[];
  readonly prefixes: readonly PhraseRule[];
  readonly words: readonly { pattern: RegExp; unlessAfter: readonly string[]; unlessBefore: readonly string[] }[];
  readonly replacements: readonly { pattern: RegExp; to: string }[];
}

const phrase = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]");
/** "…" in a phrase stands for up to nine words without a number, so that nothing exact goes with an empty sentence. */
const SLOT = String.raw`(?:[ ,]+[\p{L}'’-]+){0,9},?`;
const template = (text: string) =>
  phrase(text).replaceAll(/^… | ?…/g, (slot) => (slot === '… ' ? `(?:[\\p{L}'’-]+ ){0,4}` : SLOT));
const anyOf = (texts: readonly string[]) => `(?:${texts.map(phrase).join('|')})`;
const wholeSentence = (texts: readonly string[]) =>
  new RegExp(`^[*_]*(?:${texts.map(template).join('|')})[.!?…]*[*_]*$`, 'iu');

export function compileRules({ openers, fillers, prefixes, words, replacements }: ReviewRules): CompiledRules {
  return {
    openers: [{ rule: 'opener', pattern: wholeSentence(openers) }],
    fillers: Object.entries(fillers).map(([rule, texts]) => ({ rule, pattern: wholeSentence(texts) })),
    prefixes: [
      { rule: 'opener', pattern: new RegExp(`^${anyOf(openers)},\\s+`, 'iu') },
      ...Object.entries(prefixes).map(([rule, texts]) => ({
        rule,
        pattern: new RegExp(`^${anyOf(texts)}\\s+`, 'iu'),
      })),
    ],
    words: words.map(({ word, unlessAfter, unlessBefore }) => ({
      pattern: new RegExp(`(?<=^|[\\s(])${phrase(word)}[ \\t]+(?=([\\p{L}${MARK}])([\\p{L}]*))`, 'giu'),
      unlessAfter,
      unlessBefore,
    })),
    replacements: replacements.map(({ from, to }) => ({
      pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${phrase(from)}(?![\\p{L}\\p{N}-])`, 'giu'),
      to,
    })),
  };
}

/** A sentence under review: its words now, and what was found so far. */
interface Draft {
  masked: string;
  readonly spans: readonly string[];
  readonly violations: Violation[];
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const asSentenceStart = (text: string) => (/^\p{Ll}+(?![\p{L}\p{N}_.-])/u.test(text) ? capitalized(text) : text);
const EMOJI_RUN = new RegExp(`([ \\t]*)(${EMOJI}(?:[ \\t]*${EMOJI})*)([ \\t]*)`, 'gu');
/** A run of end marks with an exclamation mark, after a word and before a space or the end: not `!=`, `![` or `5!`. */
const EXCLAMATION = new RegExp(`(?<=[^\\s\\d!?.…])[!?.…]*![!?.…]*(?=[)*_\\]]*(?:\\s|$|${EMOJI}))`, 'gu');
/** An exclamation mark before a lower-case word may belong to a name (`println! prints`), so it stays. */
const LOWER_CASE_NEXT = /^[)*_\]]*\s+\p{Ll}/u;

/** The spans after the first `offset` characters of `masked`. */
const restoredFrom = ({ masked, spans }: Draft, offset: number): string =>
  unmask(masked.slice(offset), spans.slice(masked.slice(0, offset).split(MARK).length - 1));

/** What may follow an emoji directly and still be the end of a word. */
const WORD_END = /^[.,;:!?…)\]}*_]+(?:\s|$)/;

/** A line that has no word yet: its marks alone could be read as a rule or a list. */
const MARKS_ONLY = /(?:^|\n)[^\p{L}\n\uE000]+$/u;

/** Emoji go with the space they took. One glued between two words stays: without it they would read as one. */
function dropEmoji(draft: Draft): void {
  const { masked, violations } = draft;
  const calmed = masked.replaceAll(EMOJI_RUN, (run: string, left: string, emoji: string, right: string, at: number) => {
    const before = masked.charAt(at - 1);
    const after = masked.slice(at + run.length);
    const isLineStart = before === '' || before === '\n';
    const isLineEnd = after === '' || after.startsWith('\n');
    const isGlued = !isLineStart && !isLineEnd && left + right === '' && !WORD_END.test(after);
    const isTight = left === '' && /[*_([{]/.test(before) && /^\p{L}/u.test(after);
    const isAfterMarks = !isTight && MARKS_ONLY.test(masked.slice(0, at));
    const mayOpenBlock = isLineStart ? startsBlock(restoredFrom(draft, at + run.length)) : isAfterMarks;
    if (isGlued || mayOpenBlock) return run;
    violations.push({ rule: 'emoji', quote: emoji });
    return isLineStart || isLineEnd || isTight || (right === '' && WORD_END.test(after)) ? '' : ' ';
  });
  // A line that held nothing else leaves no hole in its paragraph.
  draft.masked = calmed === masked ? masked : calmed.replaceAll(/\n[ \t]*(?=\n|$)/g, '').trim();
}

function calm({ masked, violations }: Draft): string {
  return masked.replaceAll(EXCLAMATION, (run: string, at: number) => {
    if (LOWER_CASE_NEXT.test(masked.slice(at + run.length))) return run;
    violations.push({
      rule: 'exclamation',
      quote: `${/\S*$/.exec(masked.slice(0, at))?.[0].replaceAll(MARK, '') ?? ''}${run}`,
    });
    if (run.includes('?')) return '?';
    return /…|\.{3}/.exec(run)?.[0] ?? '.';
  });
}

/** Without its first word a second sentence could start with a capital, and count as one of its own. */
const AFTER_END = /[.!?…][)*_\]]*\s+$/;

function rephrase(draft: Draft, rules: CompiledRules): void {
  const { violations } = draft;
  for (const { pattern, to } of rules.replacements) {
    draft.masked = draft.masked.replaceAll(pattern, (found: string) => {
      violations.push({ rule: 'condescension', quote: found });
      return /^\p{Lu}/u.test(found) ? capitalized(to) : to;
    });
  }
  for (const { pattern, unlessAfter, unlessBefore } of rules.words) {
    const text = draft.masked;
    let isNextCapital = false;
    draft.masked = text.replaceAll(pattern, (found: string, first: string, rest: string, at: number) => {
      const before = text.slice(0, at);
      const previous = (/[\p{L}'’]+(?=\s*$)/u.exec(before)?.[0] ?? '').toLowerCase().replaceAll('’', "'");
      const isKept =
        AFTER_END.test(before) || unlessAfter.includes(previous) || unlessBefore.includes((first + rest).toLowerCase());
      const mayOpenCode = first === MARK && /(?:^|\n)[ \t]*$/.test(before);
      if (isKept || mayOpenCode || previous.endsWith("n't")) return found;
      violations.push({ rule: 'condescension', quote: found.trim() });
      isNextCapital ||= at === 0;
      return '';
    });
    if (isNextCapital) draft.masked = asSentenceStart(draft.masked);
  }
}

function dropPrefix(draft: Draft, prefixes: readonly PhraseRule[]): void {
  for (const { rule, pattern } of prefixes) {
    const found = pattern.exec(draft.masked)?.[0];
    if (!found || found.length === draft.masked.length || startsBlock(restoredFrom(draft, found.length))) continue;
    draft.violations.push({ rule, quote: found.trim() });
    draft.masked = asSentenceStart(draft.masked.slice(found.length));
  }
}

export interface RewriteOptions {
  /** Nothing was said before, so an opener is empty talk. */
  readonly isFirst: boolean;
  /** Part of a list item or heading: its words are mended, but none of its sentences goes. */
  readonly isItem: boolean;
}

export interface Rewritten {
  readonly text: string;
  /** True when the sentence says nothing and should go. */
  readonly isEmpty: boolean;
  readonly violations: readonly Violation[];
}

/** How often rules may follow each other; each pass shortens the text, so real sentences need two or three. */
const PASSES_MAX = 50;

export function rewrite(sentence: Sentence, rules: CompiledRules, { isFirst, isItem }: RewriteOptions): Rewritten {
  const draft: Draft = { masked: sentence.masked, spans: sentence.spans, violations: [] };
  const prefixes = isFirst ? rules.prefixes : rules.prefixes.slice(1);
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const before = draft.masked;
    dropEmoji(draft);
    draft.masked = calm(draft);
    rephrase(draft, rules);
    if (!isItem) dropPrefix(draft, prefixes);
    if (draft.masked === before) break;
  }
  const text = unmask(draft.masked, draft.spans);
  const empties = isItem ? [] : [...rules.fillers, ...(isFirst ? rules.openers : [])];
  const broken = empties.find(({ pattern }) => pattern.test(draft.masked));
  if (broken) draft.violations.push({ rule: broken.rule, quote: text });
  return { text, isEmpty: broken !== undefined || text === '', violations: draft.violations };
}
