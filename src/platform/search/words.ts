/** Splits text into words, and knows the words that matter for their kind rather than for themselves. */

/** Words that carry grammar or start a question, and are found in almost every document. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against ain all also am an and any are aren as at be because been before being below
  between both but by can cannot could couldn d did didn do does doesn doing don done down during each few for from
  further had hadn has hasn have haven having he her here hers herself him himself his how i if in into is isn it its
  itself just ll m me might more most much must my myself no nor not now o of off on once only or other our ours
  ourselves out over own re s same shan she should shouldn so some such t than that the their theirs them themselves
  then there these they this those through to too under until up ve very was wasn we were weren what when where which
  while who whom whose why will with won would wouldn y you your yours yourself yourselves`.split(/\s+/),
);

/** Words by which a sentence says when something is, was or will be. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  `ago day days friday last monday month months morning next night recently saturday since sunday thursday today
  tomorrow tonight tuesday wednesday week weekend weekends weeks year years yesterday`.split(/\s+/),
);

/** Words by which a sentence says how many or how often; digits count too. */
export const AMOUNT_WORDS: ReadonlySet<string> = new Set(
  `couple dozen eight five four hundred nine once one seven several six ten thousand three twice two`.split(/\s+/),
);

const ASCII_WORD = /[a-z0-9]+/g;
const ANY_WORD = /[\p{L}\p{N}]+/gu;
const NOT_ASCII = /[^\p{ASCII}]/u;
const ACCENTS = /\p{M}+/gu;

/** Lower-case words of a text in order, accents removed. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower.match(ASCII_WORD) ?? [];
  return lower.normalize('NFKD').replace(ACCENTS, '').match(ANY_WORD) ?? [];
}
