/** Takes back what one file brought: its facts are forgotten as any fact is, its conversations go for good. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findConversation, forgetConversation } from '../../conversations/index.ts';
import { updateFactRow } from '../facts/store.ts';
import { factsOfImport, findImport, markRemoved } from './store.ts';

export const removeImport = defineOperation({
  name: 'memory.imports.remove',
  summary: 'Take back an import',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), facts: z.int(), conversations: z.int() }),
  errors: {
    import_unknown: { kind: 'not_found', text: () => 'There is no such import, or it was taken back already.' },
  },
  permission: 'memory:write',
  effect: 'destroy',
  examples: [
    {
      say: 'take back the import 00000000-0000-4000-8000-0000000000d1',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
    },
    {
      say: 'undo the import 00000000-0000-4000-8000-0000000000d1',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const found = await findImport(owner, db, id);
    return found
      ? `Take back ${found.facts} facts and ${found.talks.length} conversations of an import.`
      : 'Take back an import that does not exist.';
  },
  async run(ctx, { id }, fail) {
    const { owner } = ctx;
    const { facts, talks } = await ctx.transaction(async ({ db, clock }) => {
      const found = await findImport(owner, db, id);
      if (!found) throw fail.import_unknown({});
      const ids = await factsOfImport(owner, db, id);
      for (const one of ids) await updateFactRow(owner, db, { id: one, removed_at: clock.now() });
      await markRemoved(owner, db, { id, at: clock.now() });
      return { facts: ids.length, talks: found.talks };
    });
    // Not in the transaction: the logs of answers outlive it.
    for (const { conversation_id } of talks) {
      const conversation = await findConversation(owner, ctx.db, conversation_id);
      if (conversation) await forgetConversation(ctx, conversation);
    }
    return { id, facts, conversations: talks.length };
  },
});
