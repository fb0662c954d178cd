/**
 * The secret of an endpoint or receiver: a reference the owner gave, or one that Nima made, showed once and keeps. People
 * see it; a model never does.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { OVERLAP_MS } from '../limits.ts';
import { senderPort, type WebhookSender } from '../ports/sender.ts';
import { findSecret, writeSecret } from './store.ts';

export const signingKeySchema = z
  .string()
  .max(500)
  .regex(/^(env:\w+|file:\/\S+)$/, 'is a reference: env:NAME or file:/path')
  .describe('Reference to the secret, env:NAME or file:/path; Nima makes one unless given');

export const newSecretSchema = z
  .string()
  .nullable()
  .describe('The secret, shown only now and only to a person; null where it was given as a reference');

/** Who has a secret: an endpoint or a receiver. */
export interface Holder {
  readonly id: string;
  readonly signing_key: string | null;
}

export function senderOf({ providers }: Pick<Context, 'providers'>): WebhookSender {
  const [sender] = providers(senderPort).values();
  if (!sender) throw new Failure('unavailable', 'This Nima has no way to send webhooks.', { code: 'sender_missing' });
  return sender;
}

/** 256 bits, as long as the hash. */
export const makeSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Keeps a secret for a new holder, or makes sure that its reference leads somewhere. Answers with what may be shown. */
export async function giveSecret(ctx: Context, { id, signing_key }: Holder): Promise<string | null> {
  if (signing_key !== null) {
    senderOf(ctx).secretOf(signing_key);
    return null;
  }
  const secret = makeSecret();
  await writeSecret(ctx.owner, ctx.db, { holderId: id, secret, previous: null, previous_until: null });
  return ctx.actor.kind === 'person' ? secret : null;
}

/** Makes a new one; the one before counts for another day. */
export async function replaceSecret(ctx: Context, id: string): Promise<string> {
  const { owner, db, clock } = ctx;
  const before = await findSecret(owner, db, id);
  const secret = makeSecret();
  const until = before ? clock.now() + OVERLAP_MS : null;
  await writeSecret(owner, db, { holderId: id, secret, previous: before?.secret ?? null, previous_until: until });
  return secret;
}

/** The secrets that count now, newest first; none after an import, until a new one is made. */
export async function secretsOf(ctx: Context, owner: string, { id, signing_key }: Holder): Promise<readonly string[]> {
  if (signing_key !== null) return [senderOf(ctx).secretOf(signing_key).reveal()];
  const kept = await findSecret(owner, ctx.db, id);
  if (!kept) return [];
  const { secret, previous, previous_until } = kept;
  return previous !== null && (previous_until ?? 0) > ctx.clock.now() ? [secret, previous] : [secret];
}
