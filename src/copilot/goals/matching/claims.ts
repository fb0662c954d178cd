/**
 * Reads from a statement that something is done, or how far it is: "I finished the memory engine", "the chart is done",
 * "halfway through the tests". What is denied, planned, supposed or only begun claims nothing; when in doubt, nothing is
 * claimed, because progress nobody made is worse than progress that has to be said twice. Pure; English.
 */
import { stemOf } from './words.ts';

export interface Claim {
  /** How much is done, above 0 to 1. */
  readonly share: number;
  /** The words that say what. */
  readonly about: string;
  /** Stem of a verb that must be the goal's own ("exported" for "Export the posts"); null when the verb alone says done. */
  readonly verb: string | null;
  /** The clause as said. */
  readonly quote: string;
}

const DENIED =
  /\b(?:not|never|no|none|nothing|neither|nor|cannot|unable|fail(?:s|ed)?|unfinished|incomplete|without|instead|far from|hardly|barely|un(?:did|done)|revert(?:ed)?|rolled back|broke|broken|wrongly|pretend)\b|n't\b/i;
const PLANNED =
  /\b(?:will|going to|gonna|wants?|wanted|needs?|needed|has to|have to|had to|must|should|would|could|can|may|might|plan(?:s|ned|ning)?|hop(?:e|ed|ing)|try|tries|tried|trying|about to|wish|if|when|once|until|till|unless|before|by (?:the end|tomorrow|next|\w+day)|after|remind|remember to|let's|todo|to do|to be|supposed|expect(?:s|ed)?|aim|tomorrow|later|soon|start(?:s|ed|ing)?|beg[aiu]n|beginning|continu\w+|working on|worked on|still|goal|yet)\b|\bi'?ll\b/i;

/** Where one statement holds several: "finished the chart, but not the tests". */
const CLAUSES =
  /\s*(?:[;,]|\s[–—-]\s|\bbut\b|\balthough\b|\bthough\b|\bhowever\b|\bwhile\b|\bso\b|\band (?=(?:i|we|now|then|also|will|need|want|plan|still|have|started|begin|began|am|are|it|that)\b|[a-z]+ed\b))\s*/i;

const OPENER =
  '(?:(?:oh|ok|okay|well|yes|yeah|great|good news:?|hey|hi|nima|so|and|then|finally|at last|today|yesterday|this (?:morning|afternoon|evening|week)|last (?:night|week|month)|on \\w+day|also|done:)[\\s,:]+)*';
const ADVERB = '(?:(?:just|finally|now|also|already|successfully|completely|all|today|yesterday|at last|fully)\\s+)*';
const SUBJECT = "(?:(?:i|we)(?:\\s+have|'ve|\\s+am|'m|\\s+are|'re|\\s+got)?\\s+)";
/** These say by themselves that a thing is done. */
const FINISHED =
  'finished(?: up| with)?|completed|am done with|done with|wrapped up|shipped|deployed|released|launched|merged|delivered|published|achieved|reached|closed';
const ACTIVE = new RegExp(`^${OPENER}${SUBJECT}?${ADVERB}(?:${FINISHED})\\s+(?<about>.+)$`, 'i');
const OWN_VERB = new RegExp(`^${OPENER}${SUBJECT}${ADVERB}(?<verb>[a-z]+)\\s+(?<about>.+)$`, 'i');
const BE = "(?:is|are|was|were|has been|have been|got|'s)";
const STATE =
  'done|finished|complete|completed|live|shipped|deployed|released|merged|launched|published|delivered|in production|up and running|ready|over with';
const PASSIVE = new RegExp(`^${OPENER}(?<about>.+?)\\s*${BE}\\s+${ADVERB}(?<state>${STATE})\\b(?<rest>.*)$`, 'i');
const OWN_PASSIVE = new RegExp(`^${OPENER}(?<about>.+?)\\s*${BE}\\s+${ADVERB}(?<verb>[a-z]+)(?<rest>\\s.*)?$`, 'i');

const WHO = /^(?:i|we)\b/i;
const BARE_VERB = /^[a-z]+ed\b/i;

const DONE_WORD = '(?:done|finished|complete|completed|through|ready|implemented|written|built)';
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:halfway|half[- ]way|half(?: of)?)\b/i, 0.5],
  [/\btwo[- ]thirds(?: of)?\b/i, 2 / 3],
  [/\b(?:a|one)[- ]third(?: of)?\b/i, 1 / 3],
  [/\bthree[- ]quarters(?: of)?\b/i, 0.75],
  [/\b(?:a|one)[- ]quarter(?: of)?\b/i, 0.25],
  [/\b(?:almost|nearly|mostly)\b/i, 0.9],
];
const PERCENT = /\b(\d{1,3})\s*(?:%|percent|per cent)(?: of)?/i;
const IS_PARTLY_DONE = new RegExp(`\\b${DONE_WORD}\\b|\\bhalf-?\\s?way\\b`, 'i');
const DONE_PHRASE = new RegExp(`\\b(?:${DONE_WORD}|with|i'?m|i am|we'?re|we are|about|is|are|now)\\b`, 'gi');

function partIn(clause: string): { share: number; about: string } | null {
  if (!IS_PARTLY_DONE.test(clause)) return null;
  const percent = PERCENT.exec(clause);
  const [words, share] = percent
    ? [percent[0], Number(percent[1]) / 100]
    : (PARTS.map(([pattern, part]) => [pattern.exec(clause)?.[0] ?? '', part] as const).find(([found]) => found) ?? [
        '',
        0,
      ]);
  if (!words || share <= 0 || share > 1) return null;
  return { share: Math.round(share * 100) / 100, about: clause.replace(words, ' ').replaceAll(DONE_PHRASE, ' ') };
}

function doneIn(clause: string): Pick<Claim, 'about' | 'verb'> | null {
  const active = ACTIVE.exec(clause)?.groups;
  // The verb may be the goal's own too: "deployed nima" for "Deploy nima".
  if (active?.about) return { about: clause, verb: null };
  const passive = PASSIVE.exec(clause)?.groups;
  if (passive?.about) return { about: `${passive.about} ${passive.state} ${passive.rest}`, verb: null };
  const own = OWN_VERB.exec(clause)?.groups ?? OWN_PASSIVE.exec(clause)?.groups;
  return own?.verb && own.about ? { about: clause, verb: stemOf(own.verb.toLowerCase()) } : null;
}

function claimIn(clause: string): Claim | null {
  if (DENIED.test(clause) || PLANNED.test(clause)) return null;
  const part = partIn(clause);
  if (part) return { ...part, verb: null, quote: clause };
  const done = doneIn(clause);
  return done && { ...done, share: 1, quote: clause };
}

/** The claims of one statement; a question or a long text is none. */
export function claimsIn(statement: string): Claim[] {
  const plain = statement
    .replaceAll('’', "'")
    .trim()
    .replace(/[.!…]+$/, '');
  if (plain.endsWith('?')) return [];
  const [first = '', ...others] = plain.split(CLAUSES).map((clause) => clause.trim());
  // "I finished the chart and exported the posts": who did the one did the other.
  const subject = WHO.exec(first)?.[0];
  const clauses = [
    first,
    ...others.map((clause) => (subject && BARE_VERB.test(clause) ? `${subject} ${clause}` : clause)),
  ];
  return clauses.flatMap((clause) => claimIn(clause) ?? []);
}
