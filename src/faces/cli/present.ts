/** Answers for people: lists as tables, one thing as its fields, cut to the width of the terminal and never by meaning. */
import { labelText, type Paint, valueText } from './paint.ts';

export interface Room {
  readonly paint: Paint;
  /** Characters in a line. */
  readonly columns: number;
}

type Row = Readonly<Record<string, unknown>>;

const GAP = '  ';
/** Narrower columns say nothing. */
const CELL_CHARS_MIN = 12;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every(isRow);
/** In a table a nested thing would be JSON; `--json` shows it. */
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null || Array.isArray(value);

function cut(text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= width ? line : `${line.slice(0, Math.max(1, width - 1))}…`;
}

function columnsOf(rows: readonly Row[]): string[] {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return names.filter((name) => {
    const values = rows.map((row) => row[name]);
    return values.every(isPlain) && values.some((value) => valueText(value) !== '–');
  });
}

/** An id is copied, so it is never cut; the widest others give way until the line fits. */
function fitWidths(widths: number[], isFixed: readonly boolean[], columns: number): number[] {
  const fitted = [...widths];
  const total = () => fitted.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  while (total() > columns) {
    const widest = fitted.reduce((best, width, at) => (!isFixed[at] && width > (fitted[best] ?? 0) ? at : best), -1);
    const width = fitted[widest] ?? 0;
    if (widest < 0 || width <= CELL_CHARS_MIN) return fitted;
    fitted[widest] = Math.max(CELL_CHARS_MIN, width - (total() - columns));
  }
  return fitted;
}

export function tableText(rows: readonly Row[], { paint, columns }: Room): string {
  const names = columnsOf(rows);
  const cells = rows.map((row) => names.map((name) => valueText(row[name])));
  const widest = names.map((name, at) =>
    Math.max(labelText(name).length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const isFixed = names.map((name) => name === 'id' || name.endsWith('_id'));
  const widths = fitWidths(widest, isFixed, columns);
  const lineOf = (texts: readonly string[]) =>
    texts
      .map((text, at) => cut(text, widths[at] ?? 0).padEnd(widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  return [paint.dim(lineOf(names.map(labelText))), ...cells.map(lineOf)].join('\n');
}

function fieldsText(thing: Row, room: Room): string {
  const members = Object.entries(thing);
  const short = members.filter(([, value]) => !isRows(value) && !(isRow(value) && Object.keys(value).length > 0));
  const width = Math.max(0, ...short.map(([name]) => labelText(name).length));
  const lines = short.map(([name, value]) => {
    const text = isRow(value) ? '–' : valueText(value).replaceAll('\n', `\n${' '.repeat(width + GAP.length)}`);
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
