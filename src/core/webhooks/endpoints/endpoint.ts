/** An endpoint: an address that is told of events. Schema, failures and what callers say of one. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import { ENDPOINTS_MAX, EVENTS_MAX } from '../limits.ts';
import { signingKeySchema } from '../secrets/secret.ts';
import { allows, announcedBy } from '../sending/matches.ts';

export const ENDPOINT_STATES = ['active', 'paused', 'disabled'] as const;

export const endpointSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.string()).describe('Names, prefixes such as `goals.*`, or `*`'),
  description: z.string(),
  state: z.enum(ENDPOINT_STATES).describe('`disabled`: Nima gave up on it after too many failures'),
  signing_key: z.string().nullable().describe('Reference to the secret; null where Nima keeps it'),
  has_secret: z.boolean().describe('False after an import, until `webhooks.endpoints.rotate` makes one'),
  failures: z.int().describe('Deliveries given up since the last that arrived'),
  problem: z.string().nullable().describe('Why the last delivery failed'),
  delivered_at: z.iso.datetime().nullable().describe('When something last arrived'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  removed_at: z.iso.datetime().nullable(),
});
export type Endpoint = z.output<typeof endpointSchema>;

/** What a person says of an endpoint; `create` and `update` share it. */
export const wishShape = {
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .describe('Where events are sent by POST'),
  events: z
    .array(z.string().trim().min(1).max(100))
    .min(1)
    .max(EVENTS_MAX)
    .describe('Names (`tasks.task.failed`), prefixes (`goals.*`), or `*` for all'),
  description: z.string().trim().max(200).describe('What it is for'),
  signing_key: signingKeySchema,
};

export const endpointErrors = {
  endpoint_unknown: {
    kind: 'not_found',
    text: () => 'There is no such endpoint. `nima webhooks endpoints list` shows them.',
  },
} as const;

export const wishErrors = {
  url_with_password: {
    kind: 'invalid',
    text: () => 'The address holds a user name or password. Leave it out: deliveries are signed instead.',
  },
  event_unknown: {
    kind: 'invalid',
    text: ({ name, events }: { name: string; events: string }) =>
      `Nima announces no event ${name}. It announces: ${events}.`,
  },
  endpoints_full: {
    kind: 'limit',
    text: () => `You have ${ENDPOINTS_MAX} endpoints already. Remove one first.`,
  },
} as const;
const fail = failuresOf(wishErrors);

/** Throws when the address or an event makes no sense. */
export function checkWish(
  { catalog }: Pick<Context, 'catalog'>,
  { url, events = [] }: { url?: string | undefined; events?: readonly string[] | undefined },
): void {
  const at = url === undefined ? null : new URL(url);
  if (at?.username || at?.password) throw fail.url_with_password({});
  const announced = announcedBy(catalog);
  const unknown = events.find((name) => !announced.some((event) => allows([name], event)));
  if (unknown) throw fail.event_unknown({ name: unknown, events: announced.join(', ') });
}
