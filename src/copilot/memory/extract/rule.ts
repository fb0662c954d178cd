/** One way people state a fact, and how sure it makes one. What a fact claims is `truth/claim.ts`'s business. */
import type { FactCategory } from './subject-category.ts';

export interface Draft {
  /** Rewritten without a first person; `asFactText` decides whether it reads well. */
  readonly text: string;
  readonly category: FactCategory;
  /** 0 to 1, before hedges ("I think") lower it. */
  readonly confidence: number;
}

export interface Rule {
  /** Matched against one clause with plain contractions, without lead-in and closing mark. */
  readonly pattern: RegExp;
  /** Null when the words found are no fact after all. */
  read(found: Readonly<Record<string, string>>): Draft | null;
}

/** True only now, or only of this conversation: not worth keeping. */
const PASSING =
  /\b(?:right now|at the moment|at this point|today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week|weekend|time|one)|just now|for now|again|anymore|currently trying|last (?:time|night|one)|above|below)\b/i;

export const isPassing = (text: string): boolean => PASSING.test(text);

/** Words that point at something only the conversation shows. */
const POINTING =
  /^(?:it|this|that|these|those|them|him|her|he|she|you|your|yours|how|what|where|why|the (?:idea|way|look|sound|fact|same|new|last|first|answer|second)|one|some of|all of)\b(?! (?:when|if)\b)/i;

/** Someone or something named earlier: the sentence alone does not say whom. */
const BACKWARD = /\b(?:them|him|her|his|hers|their|theirs|those|these(?! days)|this|here)\b|^to(?: \w+)?$/i;

export const isPointing = (text: string): boolean => POINTING.test(text) || BACKWARD.test(text);
