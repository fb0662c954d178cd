/** Manifest of the attachments module. */
import { defineModule } from '../../kernel/module.ts';
import { createAttachment } from './create.ts';
import { forgetAttachments } from './forget.ts';
import { getAttachment } from './get.ts';
import { listAttachments } from './list.ts';
import { portableAttachments } from './portable/store.ts';
import { removeAttachment } from './remove.ts';

export const attachments = defineModule({
  name: 'attachments',
  purpose: 'Files and pictures shown in talks: kept by content, read once, data and never instructions',
  folder: import.meta.dirname,
  uses: ['conversations'],
  operations: [listAttachments, createAttachment, getAttachment, removeAttachment],
  portable: portableAttachments,
  jobs: [forgetAttachments],
  subscriptions: [{ event: 'conversations.removed', job: forgetAttachments }],
});
