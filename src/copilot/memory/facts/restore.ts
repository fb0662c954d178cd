/** Takes back the last change of a fact: brings a forgotten one back, or the words before a correction. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { giveWay, undoRetirement } from '../truth/bring-back.ts';
import { factErrors, factSchema } from './fact.ts';
import { followUpVector, vectorOf } from './remember.ts';
import { findFact, findSameFact, lockFacts, updateFactRow } from './store.ts';
import { insertVersion, listVersions } from './versions/store.ts';
import { factKeyOf } from './voice.ts';

export const restoreFact = defineOperation({
  name: 'memory.facts.restore',
  summary: 'Take back the last change of a fact',
  input: z.object({ id: z.uuid() }),
  output: factSchema,
  errors: {
    ...factErrors,
    fact_unchanged: { kind: 'conflict', text: () => 'This fact was never changed, so there is nothing to take back.' },
    fact_already_known: {
      kind: 'conflict',
      text: ({ fact }: { id: string; fact: string }) => `The same is remembered again: "${fact}".`,
    },
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.facts.restore',
  examples: [
    {
      say: 'restore the fact about coffee',
      input: { id: '00000000-0000-4000-8000-0000000000f5' },
      refers: { id: 'coffee' },
    },
    {
      say: 'get the fact about coffee back',
      input: { id: '00000000-0000-4000-8000-0000000000f5' },
      refers: { id: 'coffee' },
    },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, actor, events } = tx;
      await lockFacts(owner, db);
      const now = await findFact(owner, db, id);
      if (!now) throw fail.fact_unknown({});
      if (!now.removed_at && now.state === 'past' && now.retired_at) {
        await undoRetirement(tx, now);
        await insertVersion(owner, db, id, {
          at: clock.now(),
          actor: `${actor.kind}/${actor.face}`,
          change: 'restored',
          fact: now.fact,
          category: now.category,
        });
        await events.emit('memory.fact.updated', { owner, id });
        return (await findFact(owner, db, id)) ?? now;
      }
      const versions = await listVersions(owner, db, id);
      const before = now.removed_at ? versions.at(-1) : versions.at(-2);
      if (!before) throw fail.fact_unchanged({});
      const { fact, category } = before;
      const same = await findSameFact(owner, db, factKeyOf(fact));
      if (same && same.id !== id) throw fail.fact_already_known({ id: same.id, fact: same.fact });
      const at = clock.now();
      const embedding = await vectorOf(tx, fact);
      await updateFactRow(owner, db, {
        id,
        fact,
        category,
        same_as: factKeyOf(fact),
        removed_at: null,
        updated_at: at,
        ...embedding,
      });
      if (now.removed_at) await giveWay(tx, now);
      await insertVersion(owner, db, id, {
        at,
        actor: `${actor.kind}/${actor.face}`,
        change: 'restored',
        fact,
        category,
      });
      await events.emit('memory.fact.updated', { owner, id });
      await followUpVector(tx, embedding);
      return { ...now, fact, category, removed_at: null, updated_at: new Date(at).toISOString() };
    }),
});
