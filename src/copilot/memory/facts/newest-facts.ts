/** What was remembered last, for questions about everything. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from './fact.ts';
import { listFactRows } from './store.ts';

export function newestFacts({ owner, db }: Context, limit: number): Promise<Fact[]> {
  return listFactRows(owner, db, { isRemoved: false, isUsable: true, limit });
}
