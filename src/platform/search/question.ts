/** Reads a query: the terms to look for and their weights, whom it is about, and what kind of answer it wants. */
import { datesNamed } from './dates.ts';
import { NONE } from './documents.ts';
import type { Names } from './names.ts';
import { TELLS_AMOUNT, TELLS_TIME, type Tokenizer } from './tokens.ts';

/**
 * What a speaker's name weighs as a word. People name each other when they greet and thank, so that the name says
 * little of what a turn is about; who speaks is scored apart.
 */
const NAME_WEIGHT = 0.25;

const ASKS_TIME = /^\s*(?:when|since when|until when|(?:in |on )?(?:what|which) (?:year|month|day|date|time))\b/i;
const ASKS_AMOUNT = /\bhow (?:many|much|long|old|often|far|big)\b/i;

export interface Question {
  readonly weights: ReadonlyMap<string, number>;
  /** The known speaker named first, or NONE. */
  readonly speaker: number;
  /** `TELLS_…` bits that an answer should have. */
  readonly wants: number;
}

export function readQuestion(text: string, speakers: Names, tokenizer: Tokenizer): Question {
  const weights = new Map<string, number>();
  const names = speakersByTerm(speakers, tokenizer);
  let speaker: number = NONE;
  for (const term of tokenizer.terms(text)) {
    const named = names.get(term);
    weights.set(term, named === undefined ? 1 : NAME_WEIGHT);
    if (named !== undefined && speaker === NONE) speaker = named;
  }
  for (const term of datesNamed(text)) weights.set(term, 1);
  const wants = (ASKS_TIME.test(text) ? TELLS_TIME : 0) | (ASKS_AMOUNT.test(text) ? TELLS_AMOUNT : 0);
  return { weights, speaker, wants };
}

/** Speakers by the terms of their names; a term that two speakers share stands for NONE of them. */
function speakersByTerm(speakers: Names, tokenizer: Tokenizer): Map<string, number> {
  const names = new Map<string, number>();
  for (const [name, speaker] of speakers.entries()) {
    for (const term of tokenizer.terms(name)) names.set(term, names.has(term) ? NONE : speaker);
  }
  return names;
}
