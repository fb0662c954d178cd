/** The owner takes a quarantined fact as their own. Nobody else can: an agent that asks needs an approval each time. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { factErrors, factSchema } from './fact.ts';
import { rememberFact } from './remember.ts';
import { findFact, lockFacts, updateFactRow } from './store.ts';
import { insertVersion } from './versions/store.ts';

export const promoteFact = defineOperation({
  name: 'memory.facts.promote',
  summary: 'Trust a quarantined fact',
  input: z.object({ id: z.uuid() }),
  output: factSchema,
  errors: {
    ...factErrors,
    fact_not_quarantined: { kind: 'conflict', text: () => 'This fact is not in quarantine; it is used already.' },
  },
  permission: 'memory:write',
  // No undo of its own, so an agent is always asked about: what a page says must not promote itself.
  effect: 'spend',
  examples: [
    {
      say: 'promote the fact 00000000-0000-4000-8000-0000000000f6',
      input: { id: '00000000-0000-4000-8000-0000000000f6' },
    },
    {
      say: 'trust the quarantined fact 00000000-0000-4000-8000-0000000000f6',
      input: { id: '00000000-0000-4000-8000-0000000000f6' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const fact = await findFact(owner, db, id);
    return fact ? `Trust what was read elsewhere: ${fact.fact}` : 'Trust a fact that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, actor } = tx;
      await lockFacts(owner, db);
      const quarantined = await findFact(owner, db, id);
      if (!quarantined || quarantined.removed_at) throw fail.fact_unknown({});
      if (quarantined.state !== 'quarantined') throw fail.fact_not_quarantined({});
      const { fact, category, metadata } = quarantined;
      await updateFactRow(owner, db, { id, removed_at: clock.now() });
      await insertVersion(owner, db, id, {
        at: clock.now(),
        actor: `${actor.kind}/${actor.face}`,
        change: 'removed',
        fact,
        category,
      });
      const told = {
        fact,
        category,
        source: 'explicit',
        trust: 'owner',
        confidence: 1,
        evidence: null,
        metadata,
      } as const;
      const promoted = (await rememberFact(tx, told, true)).fact;
      if (!promoted) throw new Error('The promoted fact is not there.');
      return promoted;
    }),
});
