/** An approval and the hash that binds it to one exact call. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../kernel/json.ts';

export const APPROVAL_STATES = ['asked', 'approved', 'denied', 'used', 'expired'] as const;

export const approvalSchema = z.object({
  id: z.uuid(),
  operation: z.string(),
  effect: z.enum(['write', 'spend', 'destroy']),
  arguments: z.record(z.string(), z.unknown()).describe('The exact arguments that would run'),
  preview: z.string().describe('What would change, in one sentence'),
  place: z.string().nullable().describe('The turn that asked, if it was in chat'),
  state: z.enum(APPROVAL_STATES),
  reason: z.string().nullable().describe('Why it was denied'),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
});
export type Approval = z.output<typeof approvalSchema>;

/** Long enough to read a diff, short enough that nobody approves what they have forgotten. */
export const APPROVAL_MS = 5 * 60_000;

export function hashOfCall(owner: string, operation: string, input: object): string {
  return createHash('sha256').update(canonicalJson({ owner, operation, input })).digest('base64url');
}
