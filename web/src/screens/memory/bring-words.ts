/** What a file of another program would bring, in words. Pure. */
import type { ImportLook } from '../../api/nima.ts';

const FORMATS: Readonly<Record<ImportLook['format'], string>> = {
  chatgpt: 'Conversations of ChatGPT',
  'chatgpt-memories': 'Memories of ChatGPT',
  mem0: 'Memories of mem0',
  'mcp-memory': 'A file of the MCP memory server',
  markdown: 'Notes in Markdown',
};

export const formatName = (format: ImportLook['format']): string => FORMATS[format];

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export function lookWords({ facts, conversations, known, refused }: ImportLook): string[] {
  const lines = [counted(facts, 'fact', 'facts')];
  if (conversations > 0) lines.push(counted(conversations, 'talk', 'talks'));
  if (known > 0) lines.push(`${known.toLocaleString('en')} known already`);
  if (refused > 0) lines.push(`${refused.toLocaleString('en')} left out: they look like a password or key`);
  return lines;
}
