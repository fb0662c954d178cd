/** The door of attachments: what chat needs to show them. */
export { attachmentErrors } from './attachment.ts';
export { contentOf, findAttachments, type KeptAttachment, recordUses } from './store.ts';
