/** States what came of a tool, for any operation, from its output alone. A failure is told as one, and nothing is claimed that the output does not say. */
import type { OfferedOperation, ToolStep } from './conversation.ts';
import { sayDate } from './dates.ts';
import { humanized, isThing, labelOf, listsIn, type Thing } from './labels.ts';
import { cut, sentence } from './words.ts';

const ITEMS_MAX = 10;
const LINES_MAX = 12;
const VALUE_CHARS_MAX = 160;

export interface Telling {
  readonly step: ToolStep;
  readonly tool: OfferedOperation | undefined;
  /** What the step was about, when its output no longer says ("Removed …"). */
  readonly subject: string | null;
  readonly now: number;
}

export function renderOutcome(telling: Telling): string {
  const { outcome } = telling.step;
  if (outcome.state === 'failed') return sentence(outcome.text);
  if (outcome.state === 'waiting') return 'This needs your approval first. Nothing has changed yet.';
  const { value } = outcome;
  if (typeof value === 'string' && value) return sentence(value);
  return telling.tool?.effect === 'read' ? renderFound(value, telling.now) : renderDone(value, telling);
}

/* ---------- something was looked up ---------- */

/** An operation that words its answer for people is taken at its word. */
const wordsOf = (value: unknown): string | null =>
  isThing(value) && typeof value.text === 'string' && value.text ? value.text : null;

function renderFound(value: unknown, now: number): string {
  const words = wordsOf(value);
  if (words) return words;
  const lists = listsIn(value);
  const filled = lists.filter(({ items }) => items.length > 0);
  const [only] = filled;
  if (filled.length === 1 && only) return renderList(only.items, value, now);
  if (filled.length > 1) return filled.map(({ title, items }) => titled(title, items, now)).join('\n\n');
  if (lists.length > 0) return 'I found nothing.';
  if (isThing(value)) return renderThing(value, now) || 'I found nothing.';
  return value === null || value === undefined ? 'I found nothing.' : sentence(String(value));
}

function titled(title: string, items: readonly unknown[], now: number): string {
  const lines = items.slice(0, ITEMS_MAX).map((item) => `- ${itemLine(item, now)}`);
  return `${capitalized(humanized(title))}:\n\n${lines.join('\n')}`;
}

function renderList(list: readonly unknown[], value: unknown, now: number): string {
  const total = isThing(value) && typeof value.total === 'number' ? Math.max(value.total, list.length) : list.length;
  const shown = list.slice(0, ITEMS_MAX);
  const more = total > shown.length ? `\n\nAnd ${total - shown.length} more.` : '';
  return `I found ${total}:\n\n${shown.map((item) => `- ${itemLine(item, now)}`).join('\n')}${more}`;
}

function itemLine(item: unknown, now: number): string {
  const label = labelOf(item);
  if (!isThing(item)) return label ?? String(item);
  const state = [item.status, item.state, item.category].find((word) => typeof word === 'string');
  const due = [item.dueOn, item.due_on, item.dueAt, item.due_at].find((when) => when !== undefined);
  const date = sayAny(due, now);
  const details = [state, date && `due ${date}`].filter(Boolean).join(', ');
  const line = label ?? renderThing(item, now).replaceAll('\n', '; ');
  return details && label ? `${line} (${details})` : line;
}

/** Fields that only programs read. */
const HIDDEN = /^(?:id|.*Ids?|.*_ids?|owner|hash|.*[Hh]ash|evidence|metadata|revision|version|vector|cursor|next)$/;

function renderThing(thing: Thing, now: number): string {
  const lines = Object.entries(thing).flatMap(([field, value]) => {
    if (HIDDEN.test(field)) return [];
    const said = sayValue(field, value, now);
    return said ? [`${capitalized(humanized(field))}: ${said}`] : [];
  });
  return lines.slice(0, LINES_MAX).join('\n');
}

function sayValue(field: string, value: unknown, now: number): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (/(?:At|On|_at|_on)$/.test(field)) return sayAny(value, now);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? null : sayList(value);
  if (!isThing(value)) return cut(String(value), VALUE_CHARS_MAX);
  const label = labelOf(value);
  if (label) return label;
  const inner = Object.entries(value).filter(([, part]) => typeof part !== 'object');
  return inner.map(([name, part]) => `${humanized(name)} ${part}`).join(', ') || null;
}

function sayList(values: readonly unknown[]): string {
  const labels = values.map((value) => labelOf(value) ?? (typeof value === 'object' ? null : String(value)));
  return labels.includes(null) ? `${values.length}` : cut(labels.join(', '), VALUE_CHARS_MAX);
}

const sayAny = (when: unknown, now: number): string | null =>
  typeof when === 'number' || typeof when === 'string' ? sayDate(when, now) : null;

/* ---------- something was done ---------- */

const DONE: Readonly<Record<string, string>> = {
  create: 'Saved',
  update: 'Updated',
  remove: 'Removed',
  forget: 'Removed',
};
const FAILED_STATES = /^(?:failed|error|rejected|denied)$/i;
const RUNNING_STATES = /^(?:queued|pending|running|started|ready|scheduled|accepted)$/i;

function renderDone(value: unknown, { step, tool, subject }: Telling): string {
  if (labelOf(value) === null && saysNothingHappened(value)) return 'Nothing has changed.';
  const state = isThing(value) ? [value.status, value.state].find((word) => typeof word === 'string') : undefined;
  if (typeof state === 'string' && FAILED_STATES.test(state)) return renderBadEnd(value as Thing, state);
  const label = subject ?? labelOf(value) ?? labelOf(step.input);
  const about = label ? ` “${label}”` : '';
  if (typeof state === 'string' && RUNNING_STATES.test(state)) return `Started${about}. It is ${state}.`;
  const verb = tool?.operation.split('.').at(-1) ?? '';
  const done = DONE[verb];
  if (done) return label ? `Done. ${done}${about}.` : `Done. ${done}.`;
  return `Done${label ? `:${about}` : ''}${state ? ` is ${state}` : ''}.`;
}

function renderBadEnd(value: Thing, state: string): string {
  const why = [value.error, value.message, value.reason].find((text) => typeof text === 'string');
  return `It did not work: ${why ? sentence(String(why)) : `it is ${state}.`}`;
}

const NOTHING = /^(?:removed|deleted|forgotten|updated|changed|created|count|affected|ok|success|succeeded|found)$/;

function saysNothingHappened(value: unknown): boolean {
  if (value === false) return true;
  return (
    isThing(value) &&
    Object.entries(value).some(([field, said]) => NOTHING.test(field) && (said === 0 || said === false))
  );
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
