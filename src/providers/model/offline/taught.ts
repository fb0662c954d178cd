/** Reads what a person says about meaning itself: "no, I meant …", "when I say X I mean Y", "unlearn X". Pure. */

export interface Teaching {
  readonly say: string;
  readonly mean: string;
}

const QUOTES = /^[“"'‘]+|[”"'’]+$/g;

/** Without marks around it, for comparing and keeping. */
export const bare = (text: string): string =>
  text
    .trim()
    .replace(/[.!?,;:]+$/, '')
    .replaceAll(QUOTES, '')
    .trim();

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const saysTheSame = (a: string, b: string): boolean => plain(a) === plain(b);

const DEFINITIONS: readonly RegExp[] = [
  /^(?:please |nima,? )*(?:when|whenever|if) i (?:say|write|type|ask)(?: you)?[:,]? (?<say>[“"'‘].+?[”"'’]|.+?),? (?:then )?i (?:really |actually )?mean[:,]? (?<mean>.+)$/i,
  /^(?:please |nima,? )*(?:by|with) (?<say>[“"'‘].+?[”"'’]|.+?),? i (?:really |actually )?mean[:,]? (?<mean>.+)$/i,
];

/** "When I say 'ship it' I mean list my tasks." */
export function definitionIn(said: string): Teaching | null {
  for (const pattern of DEFINITIONS) {
    const { say = '', mean = '' } = pattern.exec(said.trim())?.groups ?? {};
    if (bare(say) && bare(mean)) return { say: bare(say), mean: bare(mean) };
  }
  return null;
}

const WRONG =
  /^(?:(?:no|nope|wrong|not that|not this|incorrect|that(?:'s| is| was) (?:wrong|not it|not right|not what i (?:asked|meant|wanted|said)(?: for)?)|not what i (?:asked|meant|wanted|said)(?: for)?|you (?:misunderstood|got (?:that|it|me) wrong)(?: me)?)(?![\w'])\s*[,.:;!–—-]*\s*)+/i;
const MEANT =
  /^(?:(?:but|rather|instead)\s+)?(?:what )?i (?:really |actually )?(?:meant|mean|wanted(?: you)?|want(?: you)?|asked(?: you)?|said)(?: was| is)?(?: to| for)?[:,]?\s+/i;

/** The command in "No, I meant list my goals"; null where nothing is called wrong, or nothing is said instead. */
export function meantIn(said: string): string | null {
  const text = said.trim().replaceAll('’', "'");
  const afterNo = text.replace(WRONG, '');
  const meant = afterNo.replace(MEANT, '');
  const isCorrection = afterNo !== text || /^i (?:really |actually )?meant\b/i.test(text);
  return isCorrection && bare(meant) && meant !== text ? bare(meant) : null;
}

/** True when the sentence calls the guess wrong in so many words; a mere "no" may be a change of mind. */
export const isPlainlyWrong = (said: string): boolean =>
  /\bi (?:really |actually )?(?:meant|mean|said|asked)\b|\b(?:wrong|incorrect|misunderstood)\b|^\s*not (?:that|this|what)\b|\bnot (?:it|right|what)\b/i.test(
    said,
  );

/** "Unlearn ship it": what is to be unlearned. */
export function unlearnIn(said: string): string | null {
  const words = /^(?:please )?unlearn (?<what>.+)$/i.exec(said.trim())?.groups?.what;
  return words && !/^(?:everything|all)\b/i.test(words)
    ? bare(words.replace(/^(?:the )?(?:lesson|correction)(?: of| about| for)? /i, ''))
    : null;
}
