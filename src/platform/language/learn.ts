/** Learns a language from operations: all of it as plain data, so that it can be learned once and kept. */
import type { Operation } from '../../kernel/operation.ts';
import { type IntentLearning, learnIntents } from './intent.ts';
import { Lexicon, type Unit } from './lexicon.ts';
import { type Phrasing, phrasedExamples } from './phrasings.ts';
import { readSentence } from './sentence.ts';
import { learnTags, Tagger } from './tagger.ts';
import { learnPattern, type Pattern } from './templates.ts';
import type { Clock } from './when.ts';

export interface LanguageLearning {
  readonly patterns: readonly Pattern[];
  /** Weights of the tagger. */
  readonly tags: Float32Array;
  readonly intents: IntentLearning;
  /** Phrasings were learned from, beside the examples. */
  readonly isPhrased: boolean;
}

/** From the operations offered in chat that have examples, and from what else people say for them. */
export function learnLanguage(
  operations: readonly Operation[],
  clock: Clock,
  phrasings: readonly Phrasing[] = [],
): LanguageLearning {
  const phrased = phrasedExamples(operations, phrasings);
  const lexicon = new Lexicon();
  const shared = new Map<string, Unit>();
  const lessons = operations
    .filter((operation) => operation.examples.length > 0 && operation.offeredIn.includes('chat'))
    .map((operation) => learnPattern(operation, phrased.get(operation.name) ?? [], { lexicon, clock, shared }));
  const tags = learnTags(lessons.flatMap(({ sayings }) => sayings));
  const read = (text: string) => readSentence(text, lexicon, clock);
  return {
    patterns: lessons.map(({ pattern }) => pattern),
    tags,
    intents: learnIntents(lessons, { tagger: new Tagger(tags), read }),
    isPhrased: phrasings.length > 0,
  };
}
