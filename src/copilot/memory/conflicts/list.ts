/** Facts that contradict each other and wait for a person's decision. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findFacts } from '../facts/store.ts';
import { conflictSchema } from './conflict.ts';
import { listConflictRows } from './store.ts';

export const listConflicts = defineOperation({
  name: 'memory.conflicts.list',
  summary: 'List facts that contradict each other',
  input: z.object({
    resolved: z.stringbool().or(z.boolean()).default(false).describe('Those decided already'),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ conflicts: z.array(conflictSchema) }),
  permission: 'memory:read',
  effect: 'read',
  examples: [
    { say: 'list memory conflicts', input: {} },
    { say: 'which facts contradict each other', input: {} },
    { say: 'show conflicts in my memory', input: {} },
    { say: 'are there conflicting memories', input: {} },
  ],
  async run({ owner, db }, { resolved, limit }) {
    const rows = await listConflictRows(owner, db, { isResolved: resolved, limit });
    const ids = rows.flatMap(({ held_id, told_id }) => [held_id, told_id]);
    const facts = new Map((await findFacts(owner, db, ids)).map((fact) => [fact.id, fact]));
    const conflicts = rows.flatMap(({ id, because, created_at, resolved_at, resolution, held_id, told_id }) => {
      const [held, told] = [facts.get(held_id), facts.get(told_id)];
      if (!held || !told) return [];
      const times = {
        created_at: new Date(created_at).toISOString(),
        resolved_at: resolved_at && new Date(resolved_at).toISOString(),
      };
      return [{ id, held, told, because, resolution, ...times, resolved_at: times.resolved_at || null }];
    });
    return { conflicts };
  },
});
