/** Removes one private conversation whose day is over. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { forgetConversation } from '../forget.ts';
import { findConversation } from '../store.ts';

export const forgetPrivate = defineJob({
  name: 'conversations.forget',
  input: z.object({ owner: z.string(), id: z.uuid() }),
  async run(ctx, { id }) {
    const conversation = await findConversation(ctx.owner, ctx.db, id);
    if (conversation?.private) await forgetConversation(ctx, conversation);
  },
});
