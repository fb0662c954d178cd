/** What was remembered last, for questions about everything. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from './fact.ts';
import { listFactRows } from './pages/store.ts';

export function newestFacts({ owner, db, clock }: Context, limit: number): Promise<Fact[]> {
  return listFactRows(owner, db, { isRemoved: false, heldAt: clock.now(), limit });
}
