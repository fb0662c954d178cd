/** Words of questions and packs in a form that can be compared: lower case, without accents and endings. Pure. */

/** Words that say how something is asked, not what it is about. */
const LIGHT: ReadonlySet<string> = new Set(
  `a about actually after all also always am an and any anything are as at be been before being best but by can could define describe did do does doing explain
  for from get give go good has have having he hello her hey hi his how i if in into is it its just know like long make
  many me much my need no not now of off often on one or our out please recommend really right same say she should so some somebody something still tell than
  thank that the their them then there these they thing this to too up us use using was way we were what when where which
  while who why will with would you your`
    .split(/\s+/)
    .map(rootOf),
);

/** Cuts the endings that change with grammar: pods → pod, policies → policy, changing and changed → chang. Crude, and stable. */
export function rootOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^suiy])s$/, '$1');
  return singular
    .replace(/(?<=[aeiouy].*.)(?:ing|ed)$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(?<=.{3})e$/, '');
}

/** Every word in order, as its root. */
export function rootsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/['’](s|re|m|ve|ll|d|t)\b/g, '');
  return (plain.match(/[\p{L}\p{N}+#]+/gu) ?? []).map(rootOf);
}

/** The words that carry meaning, each once. */
export const contentRoots = (text: string): Set<string> => new Set(rootsOf(text).filter((root) => !LIGHT.has(root)));
