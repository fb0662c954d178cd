/**
 * What the owner taught: "when I say X, I mean operation Y". Finds the correction a sentence repeats, in the same words or
 * almost; what it means for a sentence that is only alike is left to the classifier.
 */
import type { Correction } from '../../kernel/ports.ts';
import { POLITENESS } from './concepts.ts';
import { tokenize } from './tokens.ts';

/** Twice the shared words over all words of both. One word in five may differ, so a short sentence must be the same. */
const NEARNESS_MIN = 0.8;

/** Stems without manners and marks; all of them where nothing else is said. */
function wordsOf(text: string): ReadonlySet<string> {
  const stems = tokenize(text)
    .map(({ stem }) => stem)
    .filter((stem) => /[\p{L}\p{N}]/u.test(stem));
  const meant = stems.filter((stem) => !POLITENESS.has(stem));
  return new Set(meant.length ? meant : stems);
}

function nearness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
}

/** The nearest correction, the later of two that are as near; null when none is near enough. */
export function correctionFor(text: string, corrections: readonly Correction[]): Correction | null {
  const said = wordsOf(text);
  let best: Correction | null = null;
  let least = NEARNESS_MIN;
  for (const correction of corrections) {
    const near = nearness(said, wordsOf(correction.say));
    if (near < least) continue;
    best = correction;
    least = near;
  }
  return best;
}
