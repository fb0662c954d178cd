/**
 * What in a message are the person's own statements: no code, no pasted logs, nothing quoted, no question, nothing
 * supposed, nobody else's speech. Everything dropped here can never become a fact.
 */
import { holdsSecret } from './secrets.ts';

const LOG_LINE =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]|\[?\d\d:\d\d:\d\d|\w{3} +\d+ \d\d:\d\d|[A-Z]\d{4} \d\d:|[$%#] |\S+@\S+[:~].*[$#] |at \S+ ?\(|[{}[\]<]|[\w.]*(?:Error|Exception)\b|Traceback|\w+=\S|[\w-]+\s*\|)|\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\b/;
/** After such a line comes somebody's text to work on, not talk about oneself. */
const HANDS_OVER_TEXT =
  /\b(?:translate|rewrite|rephrase|paraphrase|proofread|summari[sz]e|correct|review|reply|respond|draft|shorten|email|message|letter|text|paragraph|bio|log|output|error|wrote|writes|said|says|prompt|example)\b[^.]*:\s*$/i;
/** The same with the text on one line: what stands after the colon is not the person's own. */
const HANDS_OVER_INLINE =
  /^\s*(?:please |can you |could you |kindly )*(?:translate|rewrite|rephrase|paraphrase|proofread|summari[sz]e|correct|review|reply|respond|draft|shorten|analy[sz]e|check|explain|fix|improve|classify|parse|read)\b[^:.?!]{0,60}:\s+\S/i;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|approx|dr|mr|mrs|ms|st|no|a\.m|p\.m)|\b\p{Lu})\.$/iu;
const QUESTION =
  /^(?:what|which|who|whom|whose|where|why|how|do|does|did|don't you|doesn't|is|isn't|are|aren't|was|were|can|could|should|would|will|shall|has|have (?:i|you|we)|am|when (?:do|does|did|is|are|was|were|will|should|can))\b/i;
const SUPPOSED =
  /^(?:if|suppos(?:e|ing)|imagine|assum(?:e|ing)|say|let's (?:say|pretend|assume)|pretend|what if|unless|in case|hypothetically|for (?:example|instance)|had i|as if|even if|only if|in (?:the|my) (?:story|dream|novel|game))\b/i;
const REPORTED =
  /^(?:he|she|they|it|somebody|someone|everybody|everyone|people|the \w+|an? \w+|(?:my|our) \w+(?: \w+)?|[A-Z]\w+)(?: (?:just|once|always|also|already))? (?:said|says|told|tells|thinks|thought|claims|claimed|wrote|writes|asked|asks|argues|believes|suggested|keeps saying)\b(?!.*, but (?:i|my|we|our)\b)/i;
/** A request to remember may be worded as a question. */
const ASKS_TO_REMEMBER = /^(?:please )?(?:can|could|will|would) you (?:please )?(?:remember|note|keep in mind)\b/i;
const QUOTATION = /"[^"\n]*"|“[^”\n]*”|(?<![\p{L}\p{N}])'[^'\n]+'(?![\p{L}\p{N}])/gu;
/** Stands where a quotation stood; no fact may hold it. */
export const QUOTED = '\uE001';

/** A quoted name of up to three words is kept as a word; longer quotations, and any that speak, are hidden. */
function hideQuotation(quotation: string): string {
  const inside = quotation.slice(1, -1);
  const isName = inside.split(/\s+/).length <= 3 && !/\b(?:i|i'm|my|we|our)\b/i.test(inside);
  return isName ? inside : QUOTED;
}

/** Lines that are talk: outside fences, block quotes, logs, and text handed over to be worked on. */
function talkLines(text: string): string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) {
      fence = mark;
      continue;
    }
    if (/^\s*>|^ {4}|^\t|^\s*\|/.test(line) || LOG_LINE.test(line)) continue;
    if (HANDS_OVER_TEXT.test(line) || HANDS_OVER_INLINE.test(line)) break;
    lines.push(line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').replaceAll(/`([^`]{1,40})`/g, '$1'));
  }
  return lines;
}

function sentencesOf(line: string): string[] {
  const pieces = line.split(/(?<=[.!?…][)*_]*)\s+/);
  const sentences: string[] = [];
  for (const piece of pieces) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}

const LEAD_IN =
  /^(?:(?:oh|ok|okay|well|so|and|but|also|btw|by the way|fyi|actually|honestly|basically|anyway|hey|hi|hello|nima|yes|yeah|yep|no|nope|right|plus|just so you know|so you know|for context|for your information|for future reference|as you know|to be clear|to be honest|tbh|in fact|personally|however|because|thanks|thank you|please|um|hmm|sure|cool|look|i mean|you know|one more thing|correction)\b[\s,:!.–—-]*)+/i;

/** The sentence without the small words people start with: "oh and", "btw,", "hey Nima,". */
export const withoutLeadIn = (sentence: string): string => sentence.replace(LEAD_IN, '');

function isStatement(sentence: string): boolean {
  const plain = withoutLeadIn(sentence).replaceAll('’', "'");
  if (holdsSecret(sentence) || SUPPOSED.test(plain) || REPORTED.test(plain)) return false;
  if (ASKS_TO_REMEMBER.test(plain)) return true;
  return !QUESTION.test(plain) && !/\?[\s)"'*_]*$/.test(sentence);
}

/** The statements of a message in order, in the person's own words. */
export function ownStatements(message: string): string[] {
  const talk = talkLines(message).join('\n');
  const shown = talk.replaceAll(QUOTATION, hideQuotation);
  return shown.split('\n').flatMap(sentencesOf).filter(isStatement);
}
