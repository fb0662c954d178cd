/** The words of a goal that count when it is recognized in what somebody says: stems, without grammar. Pure. */

const GRAMMAR: ReadonlySet<string> = new Set(
  `a about all also an and any are as at be been but by can could did do does for from get had has have he her him his how i
  if in into is it its ive just me my no not now of off on onto or our out over own she should so some that the their them
  then there they this to too up us was we were weve what when where which who why will with would you your`.split(
    /\s+/,
  ),
);
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['wrote', 'write'],
  ['written', 'write'],
  ['built', 'build'],
  ['ran', 'run'],
  ['sent', 'send'],
  ['bought', 'buy'],
  ['made', 'make'],
  ['learnt', 'learn'],
  ['paid', 'pay'],
  ['drew', 'draw'],
  ['drawn', 'draw'],
  ['chose', 'choose'],
  ['chosen', 'choose'],
  ['taught', 'teach'],
  ['found', 'find'],
  ['won', 'win'],
]);

/** Light suffix stripping: enough that "deployed", "deploying" and "deployment" meet "deploy". */
export function stemOf(word: string): string {
  const plain = IRREGULAR.get(word) ?? word;
  if (plain.length <= 3 || /\d/.test(plain)) return plain;
  const stripped = plain
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|ated|ates|ating|ate|ments?|ings?|ed|es|s|er|ers)$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '');
  return stripped.length >= 3 ? stripped : plain;
}

/** Stems of what is said, each once, in order. */
export function stemsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .replaceAll(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set((words ?? []).filter((word) => !GRAMMAR.has(word)).map(stemOf))];
}
