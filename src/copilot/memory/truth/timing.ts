/**
 * Takes the words about time out of a clause: since when, until when, that it is over, that it is new. What is left is the
 * plain statement the rules of extraction read. Pure.
 */
import { periodOf, TIME_WORDS } from './time-words.ts';

export interface Timing {
  /** Milliseconds; null when nothing was said. */
  readonly from: number | null;
  /** The first moment it is no longer so; null when nothing was said. */
  readonly to: number | null;
  /** It is over: "no longer", "not … any more", "used to". */
  readonly isEnd: boolean;
  /** It is told as news that puts something else in the past: "now", "these days", "from now on". */
  readonly isChange: boolean;
}

export const UNTIMED: Timing = { from: null, to: null, isEnd: false, isChange: false };

export interface TimedClause {
  readonly clause: string;
  readonly timing: Timing;
}

const T = `(?:${TIME_WORDS})`;
const RANGE = new RegExp(`,? (?:from|between) (?<a>${T}) (?:to|until|till|and|through|-) (?<b>${T})$`, 'i');
const SINCE = new RegExp(`,? (?:since|as of|starting(?: from)?|from) (?<a>${T})(?: on(?:wards?)?)?$`, 'i');
const SINCE_FIRST = new RegExp(`^(?:since|as of|starting(?: from)?|from) (?<a>${T})(?: on(?:wards?)?)?,? `, 'i');
const UNTIL = new RegExp(`,? (?:until|till|up to|up until) (?<a>${T})$`, 'i');
const AT = new RegExp(`,? (?:(?:back )?in |on |at |since )?(?<a>${T})$`, 'i');
const AT_FIRST =
  /^(?:in )?(?<a>(?:last|this) (?:year|month|week|spring|summer|autumn|fall|winter)|yesterday|(?:19|20)\d\d),? (?=i |we |my |our )/i;
const NOW =
  /,? (?:now|these days|nowadays|by now|from now on|as of now|from here on|going forward|instead|at last|finally)$/i;
const NOW_FIRST =
  /^(?:now|these days|nowadays|by now|from now on|as of now|going forward|finally|sorry|correction|news|update|big news|good news|bad news)(?:,|:)? /i;
const NOW_INSIDE =
  /^((?:i|we|my|our|the)\b.*?) (?:now|finally) (?=(?:\w+ )?(?:\w+ly )?(?:live|work|use|deploy|drive|run|is|am|are|have|has)\w*\b)/i;
const AGAIN = /,? (?:(?:once )?again|once more)$/i;
const OVER = /,? (?:any ?more|any longer|no longer|no more)$/i;
const NO_LONGER = /^(?<who>.*?\b)(?:(?<be>'m|'re|is|am|are) )?(?:(?:have|has) )?no longer (?<rest>.+)$/i;
const USED_TO = /^(?<who>.+?) used to (?<rest>.+)$/i;

/** Words in front and behind that tell time, taken off one after the other. */
class Peeler {
  text: string;
  from: number | null = null;
  to: number | null = null;
  isEnd = false;
  isChange = false;
  readonly #now: number;

  constructor(text: string, now: number) {
    this.text = text;
    this.#now = now;
  }

  take(pattern: RegExp): Readonly<Record<string, string>> | null {
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.text = `${this.text.slice(0, found.index)}${this.text.slice(found.index + found[0].length)}`.trim();
    return found.groups ?? {};
  }

  period(words: string | undefined) {
    return periodOf(words ?? '', this.#now);
  }

  range(): void {
    const range = this.take(RANGE);
    if (range) {
      this.from = this.period(range.a)?.start ?? null;
      this.to = this.period(range.b)?.end ?? null;
    }
    const since = this.take(SINCE) ?? this.take(SINCE_FIRST);
    if (since) this.from = this.period(since.a)?.start ?? null;
    const until = this.take(UNTIL);
    if (until) this.to = this.period(until.a)?.end ?? null;
  }

  marks(): void {
    while (this.take(NOW) ?? this.take(NOW_FIRST)) this.isChange = true;
    if (NOW_INSIDE.test(this.text)) {
      this.text = this.text.replace(NOW_INSIDE, '$1 ');
      this.isChange = true;
    }
    if (this.take(AGAIN)) this.isChange = true;
  }
}

/** "I no longer use Vim" is "I use Vim", over; "no longer at Acme" keeps its verb "am". */
function withoutNoLonger(text: string): string | null {
  const found = NO_LONGER.exec(text)?.groups;
  if (!found) return null;
  const be = found.be ? (found.be.startsWith("'") ? found.be : ` ${found.be}`) : '';
  return `${found.who?.trim()}${be} ${found.rest}`;
}

const NEGATED = /^(?<who>.+?) (?:don't|doesn't|do not|does not) (?<verb>\w+)(?<rest>.*)$/i;
const NOT_BEING = /^(?<who>.+?(?:'m|'re|'s| is| am| are)) ?(?:not) (?<rest>.+)$/i;
const ISNT = /^(?<who>.+?) (?<be>is|are)n't (?<rest>.+)$/i;

/** The statement a negation denies: "My sister doesn't live in Oslo" → "My sister lives in Oslo". */
export function denied(text: string): string | null {
  const verb = NEGATED.exec(text)?.groups;
  if (verb) {
    const isThird = /(?:doesn't|does not)/i.test(text);
    return `${verb.who} ${isThird ? thirdOf(verb.verb ?? '') : verb.verb}${verb.rest}`;
  }
  const being = NOT_BEING.exec(text)?.groups;
  if (being) return `${being.who} ${being.rest}`;
  const isnt = ISNT.exec(text)?.groups;
  return isnt ? `${isnt.who} ${isnt.be} ${isnt.rest}` : null;
}

const thirdOf = (verb: string): string =>
  verb === 'have' ? 'has' : /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;

/** The clause without its words about time, and what they say as of `now`. `isNews`: a bare date says when it changed. */
export function timedClause(said: string, now: number, isNews: (clause: string) => boolean): TimedClause {
  const peeler = new Peeler(said.trim(), now);
  peeler.marks();
  peeler.range();
  peeler.marks();
  const isOver = peeler.take(OVER) !== null;
  const used = USED_TO.exec(peeler.text)?.groups;
  const plain = withoutNoLonger(peeler.text);
  if (plain) Object.assign(peeler, { text: plain, isEnd: true });
  else if (used) Object.assign(peeler, { text: `${used.who} ${used.rest}`, isEnd: true });
  else if (isOver) {
    const positive = denied(peeler.text);
    if (positive) Object.assign(peeler, { text: positive, isEnd: true });
  }
  if (isNews(peeler.text) || peeler.isEnd) {
    const at = peeler.take(AT) ?? peeler.take(AT_FIRST);
    const period = peeler.period(at?.a);
    if (period) Object.assign(peeler, peeler.isEnd ? { to: period.start } : { from: period.start });
  }
  const { from, to, isEnd, isChange, text: clause } = peeler;
  return { clause, timing: { from, to, isEnd: isEnd || (to !== null && to <= now), isChange } };
}
