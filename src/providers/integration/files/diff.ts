/** What changes between two texts, as lines a person can judge. Shows the changed middle, not the shortest edit. */

const CONTEXT_LINES = 2;
const LINES_MAX = 120;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

export function diffOf(before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  const tailMax = Math.min(old.length, now.length) - head;
  while (tail < tailMax && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const removed = old.slice(head, old.length - tail).map((line) => `-${line}`);
  const added = now.slice(head, now.length - tail).map((line) => `+${line}`);
  if (removed.length + added.length === 0) return 'Nothing changes.';
  const lead = old.slice(Math.max(0, head - CONTEXT_LINES), head).map((line) => ` ${line}`);
  const trail = old.slice(old.length - tail, old.length - tail + CONTEXT_LINES).map((line) => ` ${line}`);
  const all = [`@@ line ${head + 1} @@`, ...lead, ...removed, ...added, ...trail];
  const shown = all.slice(0, LINES_MAX);
  return [...shown, ...(all.length > LINES_MAX ? [`… ${all.length - LINES_MAX} more lines`] : [])].join('\n');
}
