/** Preferences between the record Nima keeps and the rows a person edits. Pure. */

export interface Row {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

export const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const rowsOf = (preferences: Readonly<Record<string, unknown>>): Row[] =>
  Object.entries(preferences).map(([name, value]) => ({ key: name, name, value: valueText(value) }));

/** The change to send: what was renamed or taken out becomes null, what was not touched keeps its own kind of value. */
export function changeOf(before: Readonly<Record<string, unknown>>, rows: readonly Row[]): Record<string, unknown> {
  const named = rows.filter(({ name }) => name.trim() !== '');
  const after = Object.fromEntries(named.map(({ name, value }) => [name.trim(), value.trim()]));
  const gone = Object.keys(before).filter((name) => !(name in after));
  const changed = Object.entries(after).filter(
    ([name, value]) => !(name in before) || valueText(before[name]) !== value,
  );
  return Object.fromEntries([...gone.map((name) => [name, null] as const), ...changed]);
}
