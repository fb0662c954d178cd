/** The pipeline's approver: lets people act, lets agents look, and makes agents ask for what cannot be undone. */
import type { Context } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import type { Effect, Operation } from '../../kernel/operation.ts';
import type { Approver } from '../../kernel/run.ts';
import { APPROVAL_MS, type Approval, hashOfCall } from './approval.ts';
import { everythingIsStopped, isHalted } from './halts/halt.ts';
import { findAsked, insertApproval, spendApproval } from './store.ts';

/** True when an agent may change this without asking, because another operation takes it back. */
const isFree = (effect: Effect, { undo }: Operation): boolean => effect === 'write' && undo !== undefined;

/** What still runs while everything is stopped: stopping once more, and asking the owner to go on. */
const RUNS_WHILE_HALTED: ReadonlySet<string> = new Set(['approvals.halt', 'approvals.resume']);

function asks({ id, expires_at, preview }: Pick<Approval, 'id' | 'expires_at' | 'preview'>): Failure {
  const sentence = /[.!?]$/.test(preview) ? preview : `${preview}.`;
  const text = `${sentence} This waits for the owner: approve it in the page or with "nima approvals approve ${id}", then ask again.`;
  return new Failure('forbidden', text, {
    code: 'approval_needed',
    details: { approval_id: id, expires_at, preview },
  });
}

interface Asked {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
  readonly effect: Effect;
}

async function ask(ctx: Context, { operation, input, effect }: Asked): Promise<Failure> {
  const { owner, db, clock, newId, actor } = ctx;
  const now = clock.now();
  const inputHash = hashOfCall(owner, operation.name, input);
  const place = actor.place ?? null;
  const known = await findAsked(owner, db, { inputHash, place, now });
  if (known) return asks(known);
  const preview = operation.preview ? await operation.preview(ctx, input) : `${operation.summary}.`;
  const id = newId();
  const expiresAt = now + APPROVAL_MS;
  await insertApproval(owner, db, {
    id,
    operation: operation.name,
    effect: effect as Approval['effect'],
    input: JSON.stringify(input),
    input_hash: inputHash,
    preview,
    place,
    state: 'asked',
    reason: null,
    created_at: now,
    expires_at: expiresAt,
    decided_at: null,
  });
  return asks({ id, preview, expires_at: new Date(expiresAt).toISOString() });
}

async function approveForAgent(ctx: Context, operation: Operation, input: Record<string, unknown>) {
  const effect = operation.effectOf ? await operation.effectOf(ctx, input) : operation.effect;
  if (effect === 'read') return null;
  if (!RUNS_WHILE_HALTED.has(operation.name) && (await isHalted(ctx))) throw everythingIsStopped();
  if (isFree(effect, operation) || (await operation.isConsented?.(ctx, input))) return null;
  const { owner, db, clock } = ctx;
  const inputHash = hashOfCall(owner, operation.name, input);
  const spent = await spendApproval(owner, db, { inputHash, now: clock.now() });
  if (spent === null) throw await ask(ctx, { operation, input, effect });
  return spent;
}

export const approver: Approver = {
  approve: (ctx, operation, input) => (ctx.actor.kind === 'agent' ? approveForAgent(ctx, operation, input) : null),
};
