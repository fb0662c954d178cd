/** Approvals for tests: one waiting to be approved, one to be denied. */
import type { Context } from '../../kernel/context.ts';
import { APPROVAL_MS, hashOfCall } from './approval.ts';
import { insertApproval } from './store.ts';

interface Asked {
  readonly id: string;
  readonly operation?: string;
  readonly input?: Record<string, unknown>;
  readonly place?: string | null;
}

export async function anApproval(
  { owner, db, clock }: Context,
  { id, operation = 'memory.facts.remove', input = { id: 'x' }, place = null }: Asked,
): Promise<void> {
  const now = clock.now();
  await insertApproval(owner, db, {
    id,
    operation,
    effect: 'destroy',
    input: JSON.stringify(input),
    input_hash: hashOfCall(owner, operation, input),
    preview: 'Forget: something.',
    place,
    state: 'asked',
    reason: null,
    created_at: now,
    expires_at: now + APPROVAL_MS,
    decided_at: null,
  });
}

/** Puts in place what the examples of this module speak of. */
export async function givenApprovalExamples(ctx: Context): Promise<void> {
  await anApproval(ctx, { id: '00000000-0000-4000-8000-0000000000b1' });
  await anApproval(ctx, { id: '00000000-0000-4000-8000-0000000000b2' });
}
