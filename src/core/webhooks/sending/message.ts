/** What is sent: `{ type, timestamp, data }` as Standard Webhooks advises. Never the owner's id, never a secret. Pure. */
import { withoutSecrets } from '../../../kernel/redact.ts';

export interface Told {
  readonly type: string;
  /** When it happened, milliseconds UTC. */
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export function bodyOf({ type, at, data }: Told): string {
  const { owner: _owner, ...told } = data;
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: withoutSecrets(told) });
}

/** Event ids are UUIDs of version 7: their first 48 bits count milliseconds since 1970. */
export const timeOf = (eventId: string): number => Number.parseInt(eventId.replaceAll('-', '').slice(0, 12), 16);
