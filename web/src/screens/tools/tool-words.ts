/** Connected servers and their tools, in words. */
import type { Tool, ToolServer } from '../../api/nima.ts';
import { sayDateTime } from '../../parts/say-time.ts';

export type Policy = Tool['policy'];

export const POLICIES: readonly { readonly value: Policy; readonly name: string }[] = [
  { value: 'ask', name: 'Ask each time' },
  { value: 'allow', name: 'Allow' },
  { value: 'off', name: 'Off' },
];

export const POLICY_WORDS: Readonly<Record<Policy, string>> = {
  ask: 'asks each time',
  allow: 'runs without asking',
  off: 'is offered to nobody',
};

/** `notes__search` → `search`. */
export const shortName = ({ name, server }: Tool): string =>
  name.startsWith(`${server}__`) ? name.slice(server.length + 2) : name;

export function serverWords({ transport, tools, given, checked_at }: ToolServer): string {
  const parts = [
    transport === 'stdio' ? 'a program on this machine' : 'an address',
    tools === 1 ? '1 tool' : `${tools} tools`,
    given.length > 0 && `given ${given.join(', ')}`,
    checked_at && `asked ${sayDateTime(checked_at)}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** `NAME=value` a line, as they are typed. Null when a line is neither empty nor such a pair. */
export function pairsOf(text: string): Record<string, string> | null {
  const lines = text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
  const pairs = lines.map((line) => /^([^=\s]+)\s*=\s*(.+)$/.exec(line));
  if (pairs.includes(null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}
