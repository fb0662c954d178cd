/**
 * Answers from knowledge packs, word for word, with the citation. What a pack says holds for everybody: a question about
 * the person's own things ("where is my passport") is not answered by it, one for advice on them is.
 */
import type { GroundingPassage } from '../../../kernel/grounding.ts';
import { type Question, readQuestion } from './question.ts';
import { hasStem, sentence, stemsOf } from './words.ts';

export interface PackAnswer {
  readonly text: string;
  readonly passagesUsed: readonly string[];
  /** The passage speaks of all that was asked; otherwise it is said with a doubt. */
  readonly isSure: boolean;
}

/** Of the words that matter, as many must stand in a passage for it to be the answer, or to be worth a mention. */
const SURE_SHARE = 0.6;
const HELPFUL_SHARE = 0.4;

const FOR_ADVICE =
  /\b(?:what (?:to do|do i do|can i do|happens)|how|why|should|best|worth|is it (?:ok|safe)|rule of thumb|if)\b/i;

/** Asks for something only the person knows. */
export const isLookup = ({ isPersonal, isAdvice, asks }: Question, said: string): boolean =>
  isPersonal && !isAdvice && asks !== 'how' && asks !== 'why' && !FOR_ADVICE.test(said);

const shareOf = (stems: readonly string[], text: string): number => {
  const own = stemsOf(text);
  return stems.length === 0 ? 0 : stems.filter((stem) => hasStem(own, stem)).length / stems.length;
};

function sayPassage({ text, citation, source, is_overdue }: GroundingPassage): string {
  const overdue = is_overdue ? '\nThis is past its date of review. Check it before you rely on it.' : '';
  return `${sentence(text)}\n\n${citation}${source ? ` (${source})` : ''}${overdue}`;
}

/** Says how to answer, not about what. */
const ASKING = /^\W*(?:please )?(?:explain|define|describe)\s+/i;
/** "How many" and "how long" want a number: a passage without one is less than half an answer. */
const WITHOUT_NUMBER = 0.45;

/** The passage that shares most with what was said; of equals the one ranked first. Null when none helps. */
export function answerFromPacks(said: string, passages: readonly GroundingPassage[] = []): PackAnswer | null {
  const stems = [...new Set(stemsOf(said.replace(ASKING, '')))];
  const isAmount = readQuestion(said).asks === 'amount';
  const judged = passages.map((passage) => {
    const share = shareOf(stems, `${passage.citation} ${passage.text}`);
    return { passage, share: isAmount && !/\d/.test(passage.text) ? share * WITHOUT_NUMBER : share };
  });
  const best = judged.reduce((first, next) => (next.share > first.share ? next : first), {
    passage: null as GroundingPassage | null,
    share: HELPFUL_SHARE - Number.EPSILON,
  });
  if (!best.passage) return null;
  const isSure = best.share >= SURE_SHARE;
  const text = sayPassage(best.passage);
  return { text: isSure ? text : `I'm not sure, but this may help: ${text}`, passagesUsed: [best.passage.id], isSure };
}
