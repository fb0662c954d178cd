/** Tells an order not to do something ("do not delete the goal") from an order; memory's own "don't forget" is one. */
import type { Sentence } from './sentence.ts';

const NEGATED =
  /^(?:(?:please|pls|ok|okay|no|hey|nima|but|so|well|you|and)[\s,]+)*(?:do not|don[’']?t|dont|never|must not|mustn[’']?t|should not|shouldn[’']?t|may not|no need to|there is no need to|not to|i (?:do not|don[’']?t|dont) (?:want|need)|stop asking)\b/i;

/**
 * True when the sentence opens by forbidding its act. A phrase that begins with the negation and has a meaning of its
 * own ("do not forget") forbids nothing.
 */
export function isNegated(sentence: Sentence): boolean {
  const opening = NEGATED.exec(sentence.text);
  if (!opening) return false;
  const phrase = sentence.units.find(({ from, to }) => {
    const start = sentence.tokens[from]?.start ?? 0;
    const end = sentence.tokens[to - 1]?.end ?? 0;
    return start < opening[0].length && end > opening[0].length;
  });
  return !phrase?.concepts.size;
}
