/**
 * What counts as a departure from the Zen engineer's style, told apart from the review's own rules: patterns a reader
 * would object to, on prose only. The review must leave none of them, whatever phrases it knows.
 */

/** Code, quotations, block quotes and tables are somebody else's words. */
function proseOf(text: string): string {
  return text
    .replaceAll(/^(`{3,}|~{3,}).*?^\1[^\n]*$/gms, '')
    .replaceAll(/^ {0,3}[>|].*$/gm, '')
    .replaceAll(/`[^`]*`/g, '`')
    .replaceAll(/"[^"]*"|“[^”]*”/g, '"');
}

const RULES: readonly (readonly [string, RegExp])[] = [
  ['exclamation', /[\p{L}\p{N})%"`]!+(?:\s|$)/u],
  ['emoji', /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u],
  [
    'opener',
    /^(?:certainly|of course|absolutely|definitely|sure(?: thing)?|no problem|great|awesome|perfect|wonderful|excellent|wow|amazing)\b[.,!]/i,
  ],
  [
    'flattery',
    /\b(?:great|good|excellent|fantastic|wonderful|amazing|awesome) (?:question|point|idea|job|catch|work|topic)\b|\byou(?:'re| are) (?:absolutely |so )?right\b|\bthank(?:s| you) for asking\b/i,
  ],
  [
    'closing',
    /\b(?:let me know if|hope (?:this|that) helps|feel free to|don't hesitate|happy coding|good luck|you've got this|anything else i can)\b/i,
  ],
  [
    'eagerness',
    /\b(?:happy|glad|delighted|thrilled|excited|love) to (?:help|assist|tell|introduce)\b|\blet me help you\b|\bhow can i (?:help|assist) you\b/i,
  ],
  ['machine', /\bas an? (?:ai|large language model)\b/i],
  [
    'condescension',
    /\b(?:obviously|as everyone knows|needless to say|all you have to do|you (?:can )?just (?:need|have)|super (?:easy|simple)|it's that simple|no-brainer)\b/i,
  ],
  ['hype', /\b(?:amazing|incredible|game[- ]chang(?:er|ing)|fantastic|super cool)\b/i],
  ['drama', /\b(?:oh no|don't panic|nightmare|disaster|whoa|yay)\b/i],
  ['grovelling', /\b(?:so sorry|sincere(?:ly)? apolog\w+|my apologies|understand your frustration)\b/i],
];

/** Names of the rules a text breaks. */
export function violationsIn(text: string): string[] {
  const prose = proseOf(text);
  return RULES.filter(([, pattern]) => pattern.test(prose)).map(([name]) => name);
}
