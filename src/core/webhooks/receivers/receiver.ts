/** A receiver: a public address of this Nima with a secret of its own, at which one sender may tell it things. */
import { z } from 'zod';
import { RECEIVERS_MAX } from '../limits.ts';

export const KINDS = ['standard', 'github'] as const;

export const receiverSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(KINDS).describe('How messages are signed: Standard Webhooks, or `X-Hub-Signature-256` of GitHub'),
  path: z.string().describe('Where this Nima takes its messages by POST'),
  signing_key: z.string().nullable().describe('Reference to the secret; null where Nima keeps it'),
  has_secret: z.boolean().describe('False after an import, until `webhooks.receivers.rotate` makes one'),
  received_at: z.iso.datetime().nullable().describe('When something last arrived'),
  created_at: z.iso.datetime(),
  removed_at: z.iso.datetime().nullable(),
});
export type Receiver = z.output<typeof receiverSchema>;

export const receiverErrors = {
  receiver_unknown: {
    kind: 'not_found',
    text: () => 'There is no such receiver. `nima webhooks receivers list` shows them.',
  },
} as const;

export const receiversFull = {
  receivers_full: {
    kind: 'limit',
    text: () => `You have ${RECEIVERS_MAX} receivers already. Remove one first.`,
  },
} as const;

export const pathOf = (id: string): string => `/hooks/${id}`;
