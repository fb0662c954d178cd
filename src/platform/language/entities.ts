/** Everything in a sentence whose kind shows without knowing the command: ids, times, numbers, paths, quotations. */
import { type Duration, matchDuration } from './durations.ts';
import { matchNumber } from './numbers.ts';
import { matchRecurrence } from './recurrence.ts';
import { clockTime, matchTimeOfDay } from './time-of-day.ts';
import type { Token } from './tokens.ts';
import { type Clock, type Moment, matchMoment, momentIn } from './when.ts';

export type Entity = {
  readonly from: number;
  readonly to: number;
  /** One more reading of words that are plainly something else: "for a week" is a duration, and a day for who asks until when. */
  readonly isAlso?: true;
} & (
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'moment'; readonly value: Omit<Moment, 'to'> }
  | { readonly kind: 'duration'; readonly value: Duration }
  | { readonly kind: 'cron'; readonly value: string }
  /** A time of day, `07:30`. */
  | { readonly kind: 'clock'; readonly value: string }
  | { readonly kind: 'path'; readonly value: string }
  | { readonly kind: 'url'; readonly value: string }
  /** IANA name of a time zone. */
  | { readonly kind: 'zone'; readonly value: string }
  /** Value without the quotation marks. */
  | { readonly kind: 'quote'; readonly value: string }
  /** JSON as it stands in the sentence. */
  | { readonly kind: 'object'; readonly value: Readonly<Record<string, unknown>> }
);
export type EntityKind = Entity['kind'];

interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly kind: 'id' | 'path' | 'zone' | 'quote';
  readonly value: string;
}

const ID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/gi;
const QUOTE = /"([^"]+)"|“([^”]+)”|`([^`]+)`|(?<=^|\s)'([^']+)'(?=$|[\s.,!?])/g;
const PATH =
  /(?<=^|\s)(?:~|\.{1,2})?\/?[\w@.-]+(?:\/[\w@.-]+)+\/?(?=$|[\s.,:;!?])|(?<=^|\s)[~/][\w@./-]+|(?<=^|\s)[A-Za-z]:\\[\w@.\\-]+|(?<=^|\s)[\w-]+\.[a-z]{1,4}(?=$|[\s,:;!?])/g;
const ZONE = /\b(?:(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][\w/-]*\w|UTC)\b/g;

function sight(text: string): Sighting[] {
  const found: Sighting[] = [];
  const collect = (pattern: RegExp, kind: Sighting['kind']) => {
    for (const match of text.matchAll(pattern)) {
      const whole = kind === 'path' ? match[0].replace(/[.]+$/, '') : match[0];
      const value = match.slice(1).find((group) => group !== undefined) ?? whole;
      found.push({ start: match.index, end: match.index + whole.length, kind, value });
    }
  };
  collect(ID, 'id');
  collect(QUOTE, 'quote');
  collect(PATH, 'path');
  collect(ZONE, 'zone');
  return found;
}

export function findEntities(text: string, tokens: readonly Token[], clock: Clock): Entity[] {
  const entities: Entity[] = [];
  for (const { start, end, kind, value } of sight(text)) {
    const from = tokens.findIndex((token) => token.start >= start);
    const after = tokens.findIndex((token) => token.start >= end);
    if (from >= 0) entities.push({ from, to: after < 0 ? tokens.length : after, kind, value });
  }
  for (const [from, { word, start, end }] of tokens.entries())
    if (/^https?:/.test(word)) entities.push({ from, to: from + 1, kind: 'url', value: text.slice(start, end) });
  for (let from = 0; from < tokens.length; from++) {
    if (entities.some((entity) => entity.kind === 'id' && entity.from <= from && from < entity.to)) continue;
    const recurrence = matchRecurrence(tokens, from, clock);
    if (recurrence) entities.push({ from, to: recurrence.to, kind: 'cron', value: recurrence.cron });
    const moment = matchMoment(tokens, from, clock);
    if (moment) entities.push({ from, to: moment.to, kind: 'moment', value: moment });
    const duration = matchDuration(tokens, from);
    if (duration) entities.push({ from, to: duration.to, kind: 'duration', value: duration.duration });
    const number = matchNumber(tokens, from);
    if (number) entities.push({ from, to: number.to, kind: 'number', value: number.value });
  }
  return [
    ...entities,
    ...findObjects(text, tokens),
    ...tokens.flatMap((_, from) => otherReadings(tokens, from, clock)),
  ];
}

/** From the first brace of each outermost pair to behind its last. */
function* bracedIn(text: string): Generator<readonly [start: number, end: number]> {
  let [depth, start] = [0, 0];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) start = index;
    if (brace === '}' && depth > 0 && --depth === 0) yield [start, index + 1];
  }
}

/** `{"id": 42}`; braces around anything else are the person's own. */
function findObjects(text: string, tokens: readonly Token[]): Entity[] {
  const found: Entity[] = [];
  for (const [start, end] of bracedIn(text)) {
    const value = parsed(text.slice(start, end));
    const from = tokens.findIndex((token) => token.start >= start);
    const after = tokens.findIndex((token) => token.start >= end);
    if (value) found.push({ from, to: after < 0 ? tokens.length : after, kind: 'object', value, isAlso: true });
  }
  return found;
}

function parsed(written: string): Record<string, unknown> | null {
  try {
    return JSON.parse(written) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** Parts of a whole in words. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['quarter', 1 / 4],
]);

function otherReadings(tokens: readonly Token[], from: number, clock: Clock): Entity[] {
  const found: Entity[] = [];
  const time = matchTimeOfDay(tokens, from);
  if (time && !time.isVague)
    found.push({ from, to: time.to, kind: 'clock', value: clockTime(time.minutes), isAlso: true });
  const duration = tokens[from - 1]?.word === 'for' ? matchDuration(tokens, from) : null;
  if (duration)
    found.push({ from, to: duration.to, kind: 'moment', value: momentIn(duration.duration, clock), isAlso: true });
  const share = SHARES.get(tokens[from]?.word ?? '');
  if (share !== undefined) found.push({ from, to: from + 1, kind: 'number', value: share, isAlso: true });
  const number = matchNumber(tokens, from);
  if (number && /^(?:%|percent)$/.test(tokens[number.to]?.word ?? ''))
    found.push({ from, to: number.to + 1, kind: 'number', value: number.value / 100, isAlso: true });
  return found;
}

/** Entities that do not overlap, the longest first: what the classifier sees instead of the values. */
export function widest(entities: readonly Entity[]): Entity[] {
  const order: readonly EntityKind[] = ['id', 'quote', 'url', 'zone', 'cron', 'moment', 'path', 'duration', 'number'];
  const ranked = entities
    .filter(({ isAlso }) => !isAlso)
    .sort((a, b) => b.to - b.from - (a.to - a.from) || order.indexOf(a.kind) - order.indexOf(b.kind));
  const kept: Entity[] = [];
  for (const entity of ranked)
    if (!kept.some((other) => entity.from < other.to && other.from < entity.to)) kept.push(entity);
  return kept.sort((a, b) => a.from - b.from);
}
