/** When a conversation is removed, what was shown only there goes too. */
import { z } from 'zod';
import { defineJob } from '../../kernel/module.ts';
import { deleteAttachments, takeUses } from './store.ts';

export const forgetAttachments = defineJob({
  name: 'attachments.forget',
  input: z.object({ owner: z.string(), id: z.string() }),
  run: (ctx, { id }) =>
    ctx.transaction(async ({ owner, db }) => {
      await deleteAttachments(owner, db, await takeUses(owner, db, id));
    }),
});
