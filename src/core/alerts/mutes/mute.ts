/** A mute: what the owner does not want to hear of for now. Muted alerts are kept in the list, and not told. */
import { z } from 'zod';

export const muteSchema = z.object({
  id: z.uuid(),
  rule: z.string().nullable().describe('Everything this rule says; null for any'),
  subject: z.string().nullable().describe('Everything about this subject; null for any'),
  until: z.iso.datetime().nullable().describe('When it ends by itself'),
  created_at: z.iso.datetime(),
});
export type Mute = z.output<typeof muteSchema>;

export const muteErrors = {
  mute_unknown: { kind: 'not_found', text: () => 'There is no such mute. `nima alerts mutes list` shows them.' },
} as const;

/** True when a mute in force covers the alert. */
export function covers({ rule, subject, until }: Mute, alert: { rule: string; subject: string }, now: number): boolean {
  if (until !== null && Date.parse(until) <= now) return false;
  return (rule === null || rule === alert.rule) && (subject === null || subject === alert.subject);
}
