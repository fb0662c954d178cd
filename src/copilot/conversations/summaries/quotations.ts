/**
 * A summary without a model: the telling sentences of each turn, word for word. The same turns always give the same text,
 * and nothing stands in it that was not said.
 */
import type { Turn } from '../turns/turn.ts';
import { SUMMARY_CHARS_MAX } from './summary.ts';

const SENTENCE_CHARS_MAX = 220;
/** Shorter ones are "Thanks." and "Yes please.". */
const SENTENCE_CHARS_MIN = 12;
/** Of the owner's words more is kept than of Nima's: they can be said again by nobody else. */
const SENTENCES_OF = { user: 2, assistant: 1, system: 1 } as const;
const WORD_CHARS_MIN = 4;
const DECIDES =
  /\b(?:decided?|agreed?|always|never|must|prefer|because|instead|deadline|until|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|not|no longer)\b/i;
const EXACT = /\d|`[^`]+`|\/[\w.-]+|https?:/;

interface Line {
  readonly turn: number;
  readonly text: string;
  readonly score: number;
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(({ length }) => length >= WORD_CHARS_MIN);

/** Code is left out: half of it says nothing, and the turn itself is one click away. */
function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/^(`{3,}|~{3,}).*?^\1[^\n]*$/gms, '')
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((line) => line.replace(/^[\s>#*+-]+/, '').trim())
    .filter(({ length }) => length >= SENTENCE_CHARS_MIN)
    .map((line) => (line.length > SENTENCE_CHARS_MAX ? `${line.slice(0, SENTENCE_CHARS_MAX - 1).trimEnd()}…` : line));
}

/** Words the talk comes back to, decisions and exact things weigh; questions weigh less than what answers them. */
function weigh(sentence: string, counts: ReadonlyMap<string, number>): number {
  const words = wordsOf(sentence);
  const subject = words.reduce((sum, word) => sum + Math.log(counts.get(word) ?? 1), 0) / Math.sqrt(words.length || 1);
  return subject + (DECIDES.test(sentence) ? 1 : 0) + (EXACT.test(sentence) ? 1 : 0) - (sentence.endsWith('?') ? 1 : 0);
}

const nameOf = ({ role, speaker }: Turn): string => speaker || (role === 'assistant' ? 'Nima' : 'You');

export function quotationsOf(turns: readonly Turn[]): string {
  const counts = new Map<string, number>();
  for (const { content } of turns)
    for (const word of new Set(wordsOf(content))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lines = turns.flatMap((turn, index): Line[] =>
    sentencesOf(turn.content)
      .map((sentence) => ({ turn: index, text: `${nameOf(turn)}: ${sentence}`, score: weigh(sentence, counts) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, SENTENCES_OF[turn.role]),
  );
  let room = SUMMARY_CHARS_MAX;
  const kept = lines
    .toSorted((a, b) => b.score - a.score || a.turn - b.turn)
    .filter(({ text }) => {
      if (text.length + 1 > room) return false;
      room -= text.length + 1;
      return true;
    });
  const said = kept.toSorted((a, b) => a.turn - b.turn).map(({ text }) => text);
  return said.length > 0 ? said.join('\n') : `${turns.length} short turns.`;
}
