/** Forgets a fact. It is used no more from now on; `memory.facts.restore` brings it back until the purge. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { bringBackReplaced } from '../truth/bring-back.ts';
import { replacedBy } from '../truth/store.ts';
import { factErrors, factSchema } from './fact.ts';
import { findFact, lockFacts, updateFactRow } from './store.ts';
import { insertVersion } from './versions/store.ts';

export const removeFact = defineOperation({
  name: 'memory.facts.remove',
  summary: 'Forget a fact',
  input: z.object({ id: z.uuid() }),
  output: factSchema,
  errors: factErrors,
  permission: 'memory:write',
  effect: 'destroy',
  undo: 'memory.facts.restore',
  examples: [
    {
      say: 'forget that I prefer tea',
      input: { id: '00000000-0000-4000-8000-0000000000f2' },
      refers: { id: 'I prefer tea' },
    },
    {
      say: 'forget the fact about my old job',
      input: { id: '00000000-0000-4000-8000-0000000000f3' },
      refers: { id: 'my old job' },
    },
    {
      say: 'delete what you know about the printer',
      input: { id: '00000000-0000-4000-8000-0000000000f4' },
      refers: { id: 'the printer' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const fact = await findFact(owner, db, id);
    if (!fact) return 'Forget a fact that does not exist.';
    const back = fact.state === 'current' ? await replacedBy(owner, db, id) : [];
    const again = back.length > 0 ? `. Then this holds again: ${back.map((one) => one.fact).join('; ')}` : '';
    return `Forget: ${fact.fact}${again}`;
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, actor, events } = tx;
      await lockFacts(owner, db);
      const fact = await findFact(owner, db, id);
      if (!fact || fact.removed_at) throw fail.fact_unknown({});
      const now = clock.now();
      await updateFactRow(owner, db, { id, removed_at: now });
      await bringBackReplaced(tx, fact);
      const { fact: text, category } = fact;
      await insertVersion(owner, db, id, {
        at: now,
        actor: `${actor.kind}/${actor.face}`,
        change: 'removed',
        fact: text,
        category,
      });
      await events.emit('memory.fact.removed', { owner, id });
      return { ...fact, removed_at: new Date(now).toISOString() };
    }),
});
