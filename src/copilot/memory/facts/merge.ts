/** Makes one fact of several that say the same. The oldest stays, with the evidence of all; restoring the others takes it back. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { isNearDuplicate } from '../auditing/findings.ts';
import { type Fact, factErrors, factSchema } from './fact.ts';
import { findFacts, lockFacts, updateFactRow } from './store.ts';
import { insertVersion } from './versions/store.ts';

const FACTS_MAX = 20;

/** What each rests on, kept with the one that stays. */
const evidenceOf = ({ id, fact, evidence }: Fact) => ({ fact_id: id, fact, ...evidence });

export const mergeFacts = defineOperation({
  name: 'memory.facts.merge',
  summary: 'Make one fact of several that say the same',
  input: z.object({ ids: z.array(z.uuid()).min(2).max(FACTS_MAX) }),
  output: factSchema,
  errors: {
    ...factErrors,
    facts_differ: {
      kind: 'conflict',
      text: ({ a, b }: { a: string; b: string }) =>
        `"${a}" and "${b}" differ by a number, a name or a negation, so they stay apart.`,
    },
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.facts.split',
  examples: [
    {
      say: 'merge the facts 00000000-0000-4000-8000-0000000000f7 and 00000000-0000-4000-8000-0000000000f8',
      input: { ids: ['00000000-0000-4000-8000-0000000000f7', '00000000-0000-4000-8000-0000000000f8'] },
    },
  ],
  offeredIn: ['rest', 'cli', 'mcp'],
  preview: async (_ctx, { ids }) => `Make one fact of ${ids.length}.`,
  run: (ctx, { ids }, fail) =>
    ctx.transaction(async ({ owner, db, clock, actor, events }) => {
      await lockFacts(owner, db);
      const found = (await findFacts(owner, db, ids)).filter(
        ({ removed_at, state }) => !removed_at && state === 'current',
      );
      if (found.length !== new Set(ids).size) throw fail.fact_unknown({});
      const [kept, ...others] = found.toSorted((a, b) => a.created_at.localeCompare(b.created_at));
      if (!kept) throw fail.fact_unknown({});
      const apart = others.find(({ fact }) => !isNearDuplicate(kept.fact, fact));
      if (apart) throw fail.facts_differ({ a: kept.fact, b: apart.fact });
      const now = clock.now();
      const by = `${actor.kind}/${actor.face}`;
      for (const { id, fact, category } of others) {
        await updateFactRow(owner, db, { id, removed_at: now, replaced_by: kept.id });
        await insertVersion(owner, db, id, { at: now, actor: by, change: 'merged', fact, category });
        await events.emit('memory.fact.removed', { owner, id });
      }
      const metadata = { ...kept.metadata, merged: others.map(evidenceOf) };
      await updateFactRow(owner, db, { id: kept.id, metadata: JSON.stringify(metadata), updated_at: now });
      return { ...kept, metadata, updated_at: new Date(now).toISOString() };
    }),
});
