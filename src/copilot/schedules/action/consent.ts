/** Consent: who agreed that exactly this runs by itself, bound to it by hash, so that nothing else can run in its name. */
import { createHash } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { canonicalJson } from '../../../kernel/json.ts';
import type { Schedule } from '../schedule.ts';
import { type Action, effectOfAction } from './read-action.ts';

export interface Consent {
  readonly consent: Schedule['consent'];
  readonly consent_hash: string;
  /** What the consenting actor was allowed; the runs are allowed no more. */
  readonly permissions: string;
}

export function hashOfAction(owner: string, { action_kind, operation, input, words }: Action): string {
  return createHash('sha256')
    .update(canonicalJson({ owner, action_kind, operation, input, words }))
    .digest('base64url');
}

/** The consent that the call which is running now amounts to: an agent got here by approval, or because it may. */
export async function consentTo(ctx: Context, action: Action): Promise<Consent> {
  const { actor, owner } = ctx;
  const isFree = (await effectOfAction(ctx, action)) === 'write';
  const consent = actor.kind === 'person' ? 'owner' : actor.kind === 'agent' && !isFree ? 'approval' : 'agent';
  return { consent, consent_hash: hashOfAction(owner, action), permissions: JSON.stringify(actor.permissions) };
}
