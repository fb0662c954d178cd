/** Removes an attachment for good. The turn that showed it keeps its name. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { attachmentErrors } from './attachment.ts';
import { deleteAttachments, findAttachments } from './store.ts';

export const removeAttachment = defineOperation({
  name: 'attachments.remove',
  summary: 'Remove an attachment',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), name: z.string() }),
  errors: attachmentErrors,
  permission: 'attachments:write',
  effect: 'destroy',
  examples: [
    {
      say: 'remove the attachment boat-notes.md',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'boat-notes.md' },
    },
    {
      say: 'delete my attachment boat-notes.md',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'boat-notes.md' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const [attachment] = await findAttachments(owner, db, [id]);
    return attachment
      ? `Remove the attachment ${attachment.name} for good.`
      : 'Remove an attachment that is not there.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async ({ owner, db }) => {
      const [attachment] = await findAttachments(owner, db, [id]);
      if (!attachment) throw fail.attachment_unknown({});
      await deleteAttachments(owner, db, [id]);
      return { id, name: attachment.name };
    }),
});
