/** Says in the past what a fact says in the present: "You live in Lisbon" → "You lived in Lisbon". Unknown verbs stay as they are. */

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['are', 'were'],
  ['is', 'was'],
  ['have', 'had'],
  ['has', 'had'],
  ['do', 'did'],
  ['does', 'did'],
  ['run', 'ran'],
  ['runs', 'ran'],
  ['drive', 'drove'],
  ['speak', 'spoke'],
  ['keep', 'kept'],
  ['go', 'went'],
  ['goes', 'went'],
]);
const REGULAR: ReadonlySet<string> = new Set(
  'live work use deploy like love hate prefer play host store manage own cost start end'.split(' '),
);

function pastOf(verb: string): string | null {
  const known = IRREGULAR.get(verb);
  if (known) return known;
  const base = REGULAR.has(verb) ? verb : verb.replace(/s$/, '');
  if (!REGULAR.has(base)) return null;
  return base.endsWith('e')
    ? `${base}d`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ied`
      : base === 'prefer'
        ? 'preferred'
        : `${base}ed`;
}

/** The first verb of the sentence changes; the rest is left. */
export function toPast(sentence: string): string {
  const words = sentence.split(' ');
  const at = words.findIndex((word, index) => index > 0 && pastOf(word.toLowerCase()) !== null);
  if (at === -1) return sentence;
  return words.with(at, pastOf(words[at]?.toLowerCase() ?? '') ?? '').join(' ');
}
