/** Turns "Prefers dark mode" or "my cat is called Miso" into what Nima says to the person. Null where that is not safe. */

/** Third person → base form, for the verbs that open remembered facts. Others are not guessed. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
  ["doesn't", "don't"],
  ["isn't", "aren't"],
  ['goes', 'go'],
  ['studies', 'study'],
  ['teaches', 'teach'],
  ['watches', 'watch'],
  ['practises', 'practise'],
  ['practices', 'practice'],
]);
const REGULAR_VERBS: ReadonlySet<string> = new Set(
  `prefer like love hate dislike use work live want need know speak drink eat play run own drive plan enjoy avoid write
  read think believe maintain manage lead build deploy code host keep start finish sleep travel train learn listen wear
  cook ride support develop design test commit report review sit stay visit look`.split(/\s+/),
);
/** Words that may mean the person or somebody else; with them only a quotation is honest. */
const AMBIGUOUS = /\b(?:he|him|his|she|her|hers|they|them|their|himself|herself|you|your|yours)\b/i;
/** After these a word like "deploys" was a plural, not a verb: "Deploys go out on Tuesdays". */
const PLURAL_SUBJECT =
  /^(?:are|were|go|have|need|must|should|can|will|may|run|take|happen|fail|start|end|use|cost|come|get|do|don't)$/i;
const FIRST_PERSON = /\b(?:i|i'm|i've|i'll|i'd|me|my|mine|myself|we|we're|we've|us|our|ours)\b/i;

export function toSecondPerson(text: string): string | null {
  const line = text
    .trim()
    .replace(/[’]/g, "'")
    .replace(/[.\s]+$/, '');
  if (AMBIGUOUS.test(line) || /[?\n]/.test(line)) return null;
  const named = line.replace(/^(?:the )?user's\s+/i, 'Your ').replace(/^(?:the )?user\s+/i, '');
  const [first = '', ...rest] = named.split(' ');
  const base = PLURAL_SUBJECT.test(rest[0] ?? '') ? null : baseOf(first.toLowerCase());
  const opened = base ? ['You', base, ...rest].join(' ') : named;
  const said = FIRST_PERSON.test(opened) ? swapped(opened) : opened;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function baseOf(verb: string): string | null {
  const irregular = VERBS.get(verb);
  if (irregular) return irregular;
  const base = verb.replace(/s$/, '');
  return verb.endsWith('s') && REGULAR_VERBS.has(base) ? base : null;
}

const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:i am|i'm|we are|we're)\b/gi, 'you are'],
  [/\b(?:i was|we were)\b/gi, 'you were'],
  [/\b(?:i've|we've)\b/gi, 'you have'],
  [/\b(?:i'll)\b/gi, 'you will'],
  [/\b(?:i'd)\b/gi, 'you would'],
  [/\b(?:myself)\b/gi, 'yourself'],
  [/\b(?:mine|ours)\b/gi, 'yours'],
  [/\b(?:my|our)\b/gi, 'your'],
  [/\b(?:i|we|me|us)\b/gi, 'you'],
];

const swapped = (text: string): string => SWAPS.reduce((said, [from, to]) => said.replace(from, to), text);
