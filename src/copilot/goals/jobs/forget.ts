/** Erases what evidence quoted of a conversation that was removed. That it counted stays; its words do not. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { eraseQuotes } from '../evidence/store.ts';

export const forgetConversation = defineJob({
  name: 'goals.forget',
  input: z.object({ owner: z.string(), id: z.string() }),
  run: ({ owner, db }, { id }) => eraseQuotes(owner, db, id),
});
