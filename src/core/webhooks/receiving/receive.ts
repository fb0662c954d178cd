/**
 * Takes a message in: checked first, then kept and announced in one transaction, so that whoever hears "accepted" can
 * forget it. What is not signed leaves no trace. What a message says stays data: nothing here reads it for meaning.
 */
import type { Context } from '../../../kernel/context.ts';
import { Failure, failuresOf } from '../../../kernel/errors.ts';
import { withoutSecrets } from '../../../kernel/redact.ts';
import { storable } from '../../../kernel/storable.ts';
import { PER_MINUTE_MAX } from '../limits.ts';
import { countSince, findMessage, insertReceipt } from '../receipts/store.ts';
import { findAddressed, lockReceiver, type ReceiverRow, saveReceiver } from '../receivers/store.ts';
import { secretsOf } from '../secrets/secret.ts';
import { type Arrival, type Verified, verifyGithub, verifyStandard } from './verify.ts';

const MINUTE_MS = 60_000;
const TYPE_CHARS_MAX = 100;

const fail = failuresOf({
  hook_unknown: { kind: 'not_found', text: () => 'There is no webhook address here. Check the end of the address.' },
  hook_not_json: { kind: 'invalid', text: () => 'The body of a webhook is a JSON object; this one is not.' },
  hook_too_often: {
    kind: 'limit',
    text: () => `This address takes ${PER_MINUTE_MAX} messages a minute. Send the rest later.`,
  },
  hook_without_secret: {
    kind: 'unauthenticated',
    text: () => 'This address has no secret, so nothing can be believed here. Its owner makes one first.',
  },
} as const);

export interface Accepted {
  readonly id: string;
  /** True when the same message was here before; then nothing was done. */
  readonly isKnown: boolean;
}

async function verified(ctx: Context, receiver: ReceiverRow, arrival: Arrival): Promise<Verified> {
  const secrets = await secretsOf(ctx, receiver.owner, receiver);
  if (secrets.length === 0) throw fail.hook_without_secret({});
  const trusted = { secrets, now: ctx.clock.now() };
  return receiver.kind === 'github' ? verifyGithub(arrival, trusted) : verifyStandard(arrival, trusted);
}

function readBody(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw fail.hook_not_json({}, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail.hook_not_json({});
  return withoutSecrets(storable(value) as Record<string, unknown>);
}

/** A name and nothing but a name: it stands in events and lists. */
function typeOf(said: string | null, { type, event }: Record<string, unknown>): string {
  const given = said ?? type ?? event;
  const name = typeof given === 'string' ? given.replaceAll(/[^\w.:/-]/g, '').slice(0, TYPE_CHARS_MAX) : '';
  return name || 'message';
}

interface Message extends Verified {
  readonly data: Record<string, unknown>;
}

async function keep(tx: Context, { id: receiverId, owner }: ReceiverRow, message: Message): Promise<Accepted> {
  const { db, clock, newId, events } = tx;
  const receiver = await lockReceiver(owner, db, receiverId);
  if (!receiver || receiver.removed_at !== null) throw fail.hook_unknown({});
  const { messageId, data } = message;
  const known = await findMessage(owner, db, { receiverId, messageId });
  if (known) return { id: known.id, isKnown: true };
  const now = clock.now();
  if ((await countSince(owner, db, { receiverId, time: now - MINUTE_MS })) >= PER_MINUTE_MAX) {
    throw fail.hook_too_often({});
  }
  const [id, type] = [newId(), typeOf(message.type, data)];
  const row = { id, receiver_id: receiverId, message_id: messageId, type, received_at: now };
  await insertReceipt(owner, db, { ...row, body: JSON.stringify(data) });
  await saveReceiver(owner, db, { id: receiverId, received_at: now });
  await events.emit('webhooks.received', { owner, id, receiver_id: receiverId, receiver: receiver.name, type });
  return { id, isKnown: false };
}

/** Throws a Failure for what is not taken; `ctx` belongs to nobody, because the address says whose the message is. */
export async function receiveHook(ctx: Context, arrival: Arrival): Promise<Accepted> {
  const receiver = await findAddressed(ctx.db, arrival.receiverId);
  if (!receiver) throw fail.hook_unknown({});
  const message = await verified(ctx, receiver, arrival).catch((thrown: unknown) => {
    if (thrown instanceof Failure && thrown.kind !== 'invalid') throw thrown;
    // A reference that leads nowhere is the owner's affair, not the sender's.
    ctx.log.warn('a webhook could not be checked', { receiver: receiver.id, cause: thrown });
    throw new Failure('unavailable', 'This address cannot check signatures now. Send it again later.');
  });
  const data = readBody(arrival.body);
  return ctx.transaction((tx) => keep(tx, receiver, { ...message, data }));
}
