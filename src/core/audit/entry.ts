/** An audit entry and its hash. The hash covers every field and the hash of the entry before, in canonical JSON. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../kernel/json.ts';

export const entrySchema = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.string().describe('Kind and face: `person/rest`, `agent/chat`'),
  operation: z.string(),
  target: z.string().nullable().describe('Id the call was about'),
  input_hash: z.string().describe('SHA-256 of the canonical input, base64url'),
  outcome: z.enum(['done', 'failed']),
  code: z.string().nullable().describe('Failure code'),
  approval_id: z.string().nullable(),
});
export type Entry = z.output<typeof entrySchema>;

export interface ChainedEntry extends Entry {
  readonly owner: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

export function hashOf(entry: Omit<ChainedEntry, 'hash'>): string {
  return sha256(canonicalJson(entry));
}
