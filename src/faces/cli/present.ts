/** Answers for people: lists as tables, one thing as its fields, cut to the width of the terminal and never by meaning. */
import { labelText, type Paint, valueText } from './paint.ts';

export interface Room {
  readonly paint: Paint;
  /** Characters in a line. */
  readonly columns: number;
}

type Row = Readonly<Record<string, unknown>>;

const GAP = '  ';
/** Narrower columns say nothing; the widest holds the text that a row is about. */
const CELL_CHARS_MIN = 12;
const TEXT_CHARS_MIN = 24;
const LIST_CHARS_MAX = 60;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every(isRow);
/** In a table a nested thing would be JSON; `--json` shows it. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Array.isArray(value) && !value.some(isRow));

function cut(text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= width ? line : `${line.slice(0, Math.max(1, width - 1))}…`;
}

function columnsOf(rows: readonly Row[]): string[] {
  const names = [...new Set(rows.flatMap(Object.keys))];
  // What repeats the id, or is the same for all (whose it is), tells rows not apart.
  const saysNothing = (name: string) =>
    name === 'user_id' || (name !== 'id' && name.endsWith('_id') && rows.every((row) => row[name] === row.id));
  return names.filter((name) => {
    if (saysNothing(name)) return false;
    const values = rows.map((row) => row[name]);
    return values.every(isPlain) && values.some((value) => valueText(value) !== '–');
  });
}

interface Column {
  readonly name: string;
  readonly width: number;
  /** An id is copied, so it is never cut. */
  readonly isFixed: boolean;
}

/** Leaves out what a narrow terminal has no room for: ids of other things first, then from the right. `--json` has all. */
function columnsThatFit(all: readonly Column[], columns: number): readonly Column[] {
  const widest = all.reduce<Column | undefined>(
    (best, each) => (!each.isFixed && each.width > (best?.width ?? 0) ? each : best),
    undefined,
  );
  const least = (column: Column) =>
    column.isFixed ? column.width : Math.min(column.width, column === widest ? TEXT_CHARS_MIN : CELL_CHARS_MIN);
  let kept = all;
  while (kept.reduce((sum, column) => sum + least(column) + GAP.length, -GAP.length) > columns) {
    const spare = kept.slice(1).filter((column) => column !== widest);
    const gone = spare.findLast(({ isFixed }) => isFixed) ?? spare.at(-1);
    if (!gone) return kept;
    kept = kept.filter((column) => column !== gone);
  }
  return kept;
}

/** The widest columns give way until the line fits. */
function widthsOf(all: readonly Column[], columns: number): number[] {
  const widths = all.map(({ width }) => width);
  for (;;) {
    const excess = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - columns;
    const widest = widths.reduce(
      (best, width, at) => (!all[at]?.isFixed && width > (widths[best] ?? 0) ? at : best),
      -1,
    );
    const width = widths[widest] ?? 0;
    if (excess <= 0 || width <= CELL_CHARS_MIN) return widths;
    widths[widest] = Math.max(CELL_CHARS_MIN, width - excess);
  }
}

export function tableText(rows: readonly Row[], { paint, columns }: Room): string {
  const all = columnsOf(rows).map((name) => ({
    name,
    isFixed: name === 'id' || name.endsWith('_id'),
    width: Math.max(labelText(name).length, ...rows.map((row) => valueText(row[name]).length)),
  }));
  const kept = columnsThatFit(all, columns);
  const widths = widthsOf(kept, columns);
  const lineOf = (texts: readonly string[]) =>
    texts
      .map((text, at) => cut(text, widths[at] ?? 0).padEnd(widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const lines = rows.map((row) => lineOf(kept.map(({ name }) => valueText(row[name]))));
  return [paint.dim(lineOf(kept.map(({ name }) => labelText(name)))), ...lines].join('\n');
}

/** A list of sentences has a line for each; short words share one. */
function fieldText(value: unknown): string {
  const isLong = Array.isArray(value) && value.length > 1 && value.map(valueText).join(', ').length > LIST_CHARS_MAX;
  return isLong ? value.map(valueText).join('\n') : valueText(value);
}

function fieldsText(thing: Row, room: Room): string {
  const members = Object.entries(thing);
  const short = members.filter(([, value]) => !isRows(value) && !(isRow(value) && Object.keys(value).length > 0));
  const width = Math.max(0, ...short.map(([name]) => labelText(name).length));
  const lines = short.map(([name, value]) => {
    const text = isRow(value) ? '–' : fieldText(value).replaceAll('\n', `\n${' '.repeat(width + GAP.length)}`);
    return `${room.paint.dim(labelText(name).padEnd(width))}${GAP}${text}`;
  });
  const parts = members
    .filter(([, value]) => isRows(value) || (isRow(value) && Object.keys(value).length > 0))
    .map(([name, value]) => {
      const indent = (text: string) => text.replaceAll(/^/gm, GAP);
      const inner = { ...room, columns: room.columns - GAP.length };
      return `${room.paint.bold(labelText(name))}\n${indent(isRows(value) ? tableText(value, inner) : fieldsText(value as Row, inner))}`;
    });
  return [...(lines.length ? [lines.join('\n')] : []), ...parts].join('\n');
}

/** An answer that is a list with figures beside it: the list as a table, the figures below. What has an id is one thing. */
function listText(output: Row, room: Room): string | null {
  const lists = Object.entries(output).filter(([, value]) => Array.isArray(value));
  const [name, rows] = lists[0] ?? [];
  const others = Object.entries(output).filter(([key]) => key !== name);
  if (lists.length !== 1 || name === undefined || others.some(([key, value]) => key === 'id' || isRow(value)))
    return null;
  const isEmpty = Array.isArray(rows) && rows.length === 0;
  if (!isEmpty && !isRows(rows)) return null;
  const figures = others.map(([key, value]) => `${labelText(key)}: ${valueText(value)}`).join(', ');
  const shown = isRows(rows) ? tableText(rows, room) : `No ${labelText(name)}.`;
  return isEmpty || !figures ? shown : `${shown}\n${room.paint.dim(figures)}`;
}

export function outputText(output: unknown, room: Room): string {
  if (!isRow(output)) return isRows(output) ? tableText(output, room) : valueText(output);
  if (Object.keys(output).length === 0) return 'Done.';
  return listText(output, room) ?? fieldsText(output, room);
}
