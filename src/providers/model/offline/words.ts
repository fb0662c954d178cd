/** Words and stems of English sentences, as the offline model compares questions with what it remembers. */

/** Words that say how something is asked, not what: they never count as something two sentences share. */
const STOPWORDS: ReadonlySet<string> = new Set(
  `a an the this that these those some any all each every i me my mine myself you your yours we us our ours he him his
  she her hers it its they them their theirs am is are was were be been being do does did doing done can could will
  would shall should may might must to of in on at by for from with about into over under as and or but if so than then
  there here not no yes what which who whom whose when where why how please tell say said told tells remind remember
  recall mention mentioned again now currently exactly just really also ever still actually nima hey ok okay hi hello
  user users s t m re ve ll d much many long often get gets got go goes let lets kind sort type thing things one ones
  right anything something everything`.split(/\s+/),
);

/** Lower-case words in order, with possessive endings cut: "My cat's name" → my, cat, name. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(/[’`]/g, "'");
  return (plain.match(/[\p{L}\p{N}][\p{L}\p{N}+#.'_-]*/gu) ?? []).map((word) =>
    word.replace(/'(?:s|re|m|ve|ll|d|t)?$/, '').replace(/[.'_-]+$/, ''),
  );
}

/** Stems of the words that carry meaning, in order. */
export const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => word && !STOPWORDS.has(word))
    .map(stem);

/** A Map, because a word may be `constructor`. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `chose:choose chosen:choose ran:run wrote:write written:write bought:buy built:build drove:drive
  spoke:speak knew:know known:know began:begin kept:keep left:leave made:make met:meet moved:move
  taught:teach thought:think took:take went:go ate:eat drank:drink broke:break found:find held:hold led:lead
  sent:send slept:sleep won:win people:person children:child`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Cuts the endings that change with grammar: prefers, preferred, preference → prefer. Crude on purpose, and stable. */
export function stem(word: string): string {
  const regular = IRREGULAR.get(word);
  if (regular) return stem(regular);
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^sui])s$/, '$1');
  const base = singular
    .replace(/(?<=\p{L}{4})(?:ments?|ences?|ances?)$/u, '')
    .replace(/(?<=\p{L}{3})(?:ing|ed)$/u, '')
    .replace(/([bdfgmnprt])\1$/, '$1');
  return base.length > 2 ? base.replace(/e$/, '') : singular;
}

/** Shortest stem that may match as the beginning of another: `postgres` and `postgresql`, but not `java` and `javascript`. */
const PREFIX_CHARS_MIN = 5;
const PREFIX_REST_MAX = 3;

export function isSameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= PREFIX_CHARS_MIN && long.length - short.length <= PREFIX_REST_MAX && long.startsWith(short);
}

export const hasStem = (stems: readonly string[], wanted: string): boolean =>
  stems.some((stemmed) => isSameStem(stemmed, wanted));

/** The text with at most so many characters, cut at a word. */
export function cut(text: string, charsMax: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= charsMax) return line;
  return `${line.slice(0, charsMax).replace(/\s+\S*$/, '')} …`;
}

/** Ends as a sentence does. */
export const sentence = (text: string): string => {
  const line = text.trim();
  const capital = /^\p{Ll}[\p{Ll}']*(?:\s|$)/u.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
  return /[.!?…]["”’)]?$/.test(capital) ? capital : `${capital}.`;
};
