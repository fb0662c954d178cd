/** Scores fact extraction: which expected facts were found, which found facts were expected, and where it kept silent. */
import type { ExtractedFact } from '../../../src/copilot/memory/extract/patterns.ts';
import type { HeldBackSentence } from './held-back.ts';

export interface ExtractionScore {
  /** Of the facts found, the share that was expected. */
  readonly precision: number;
  /** Of the facts expected, the share that was found. */
  readonly recall: number;
  /** Of the facts found rightly, the share with the expected category. */
  readonly category: number;
  /** Of the sentences that say nothing to keep, the share that yielded nothing. */
  readonly silence: number;
  /** Each difference as a line to read. */
  readonly misses: readonly string[];
}

/** An expected fact is found when some fact of the sentence holds all its words; each found fact counts once. */
export function scoreExtraction(
  sentences: readonly HeldBackSentence[],
  extract: (text: string) => readonly ExtractedFact[],
): ExtractionScore {
  const counts = { found: 0, expected: 0, right: 0, inCategory: 0, empty: 0, silent: 0 };
  const misses: string[] = [];
  for (const { say, learn } of sentences) {
    const rest = [...extract(say)];
    counts.found += rest.length;
    counts.expected += learn.length;
    if (learn.length === 0) {
      counts.empty += 1;
      if (rest.length === 0) counts.silent += 1;
    }
    for (const { words, category } of learn) {
      const at = rest.findIndex(({ fact }) => words.every((word) => fact.toLowerCase().includes(word.toLowerCase())));
      const [match] = at < 0 ? [] : rest.splice(at, 1);
      if (!match) misses.push(`missed [${words.join(', ')}] in: ${say}`);
      if (!match) continue;
      counts.right += 1;
      if (match.category === category) counts.inCategory += 1;
      else misses.push(`category ${match.category}, not ${category}: ${match.fact}`);
    }
    misses.push(...rest.map(({ fact }) => `not expected: ${fact}  (from: ${say})`));
  }
  return {
    precision: counts.right / counts.found,
    recall: counts.right / counts.expected,
    category: counts.inCategory / counts.right,
    silence: counts.silent / counts.empty,
    misses,
  };
}
