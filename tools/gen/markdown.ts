/** Markdown tables whose cells cannot break them. */

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** Columns that are empty in every row are left out. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const kept = head.flatMap((_, at) => (rows.some((cells) => cells[at]) ? [at] : []));
  const pick = (cells: readonly string[]) => kept.map((at) => cells[at] ?? '');
  return [row(pick(head)), row(kept.map(() => '---')), ...rows.map((cells) => row(pick(cells)))];
}
