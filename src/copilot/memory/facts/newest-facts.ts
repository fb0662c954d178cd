/** What was remembered last, for questions about everything. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from './fact.ts';
import { listFactRows } from './store.ts';

export async function newestFacts({ owner, db }: Context, limit: number): Promise<Fact[]> {
  const facts = await listFactRows(owner, db, { isRemoved: false, limit });
  return facts.filter(({ trust }) => trust !== 'quarantined');
}
