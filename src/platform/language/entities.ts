/** Everything in a sentence whose kind shows without knowing the command: ids, times, numbers, paths, quotations. */
import { type Duration, matchDuration } from './durations.ts';
import { matchNumber } from './numbers.ts';
import { matchRecurrence } from './recurrence.ts';
import type { Token } from './tokens.ts';
import { type Clock, type Moment, matchMoment } from './when.ts';

export type Entity = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'moment'; readonly value: Moment }
  | { readonly kind: 'duration'; readonly value: Duration }
  | { readonly kind: 'cron'; readonly value: string }
  | { readonly kind: 'path'; readonly value: string }
  | { readonly kind: 'url'; readonly value: string }
  /** IANA name of a time zone. */
  | { readonly kind: 'zone'; readonly value: string }
  /** Value without the quotation marks. */
  | { readonly kind: 'quote'; readonly value: string }
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
  /(?<=^|\s)(?:~|\.{1,2})?\/?[\w@.-]+(?:\/[\w@.-]+)+\/?(?=$|[\s.,:;!?])|(?<=^|\s)[~/][\w@./-]+|(?<=^|\s)[\w-]+\.[a-z]{1,4}(?=$|[\s,:;!?])/g;
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
    const recurrence = matchRecurrence(tokens, from);
    if (recurrence) entities.push({ from, to: recurrence.to, kind: 'cron', value: recurrence.cron });
    const moment = matchMoment(tokens, from, clock);
    if (moment) entities.push({ from, to: moment.to, kind: 'moment', value: moment });
    const duration = matchDuration(tokens, from);
    if (duration) entities.push({ from, to: duration.to, kind: 'duration', value: duration.duration });
    const number = matchNumber(tokens, from);
    if (number) entities.push({ from, to: number.to, kind: 'number', value: number.value });
  }
  return entities;
}

/** Entities that do not overlap, the longest first: what the classifier sees instead of the values. */
export function widest(entities: readonly Entity[]): Entity[] {
  const order: readonly EntityKind[] = ['id', 'quote', 'url', 'zone', 'cron', 'moment', 'path', 'duration', 'number'];
  const ranked = [...entities].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  const kept: Entity[] = [];
  for (const entity of ranked)
    if (!kept.some((other) => entity.from < other.to && other.from < entity.to)) kept.push(entity);
  return kept.sort((a, b) => a.from - b.from);
}
