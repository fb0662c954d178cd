/** A summary: a view over turns that no longer fit the window. It names them, so that it can always be opened again. */
import { z } from 'zod';
import { type Turn, turnSchema } from '../turns/turn.ts';

/** From most to least trusted, in the words memory uses. */
export const SUMMARY_TRUSTS = ['owner', 'derived', 'imported', 'quarantined'] as const;
export type SummaryTrust = (typeof SUMMARY_TRUSTS)[number];

export const summarySchema = z.object({
  id: z.uuid(),
  conversation_id: z.uuid(),
  text: z.string(),
  trust: z.enum(SUMMARY_TRUSTS).describe('The lowest trust of the turns it covers'),
  made_by: z.string().describe('`quotation` when it only quotes, else the model that wrote it'),
  turn_ids: z.array(z.uuid()).describe('The turns it covers, oldest first; they stay word for word'),
  created_at: z.iso.datetime(),
});
export type Summary = z.output<typeof summarySchema>;

export const openedSummarySchema = summarySchema.extend({
  turns: z.array(turnSchema).describe('What it covers, word for word'),
});

/** A view longer than this saves nothing over the turns. */
export const SUMMARY_CHARS_MAX = 1500;

/** What tools, files and pages put into a turn may be anybody's words; so may what was imported or claimed. */
function trustOf({ role, metadata }: Turn): SummaryTrust {
  const hasForeignWords = (metadata.calls ?? []).length > 0 || (metadata.attachments ?? []).length > 0;
  if (hasForeignWords) return 'quarantined';
  if (metadata.imported || metadata.claimed) return 'imported';
  return role === 'user' ? 'owner' : 'derived';
}

export function lowestTrust(turns: readonly Turn[]): SummaryTrust {
  const lowest = Math.max(0, ...turns.map((turn) => SUMMARY_TRUSTS.indexOf(trustOf(turn))));
  return SUMMARY_TRUSTS[lowest] ?? 'quarantined';
}

export const summaryErrors = {
  summary_unknown: { kind: 'not_found', text: () => 'There is no such summary in your conversations.' },
} as const;
