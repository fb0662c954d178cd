/** The words of a goal that count when it is recognized in what somebody says: stems, without grammar. Pure. */

const GRAMMAR: ReadonlySet<string> = new Set(
  `a about an and any are as at be been but by can could did do does for from get had has have he her his how i if in into
  is it its just me my no not now of off on onto or our out over own she should so some that the their them then there they
  this to too up us was we were what when where which who why will with would you your`.split(/\s+/),
);

/** Light suffix stripping: enough that "deployed", "deploying" and "deployment" meet "deploy". */
export function stemOf(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const stripped = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ments?|ations?|ings?|ed|es|s|er|ers)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '');
  return stripped.length >= 3 ? stripped : word;
}

/** Stems of what is said, each once, in order. */
export function stemsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set((words ?? []).filter((word) => !GRAMMAR.has(word)).map(stemOf))];
}
