/** Manifest of the conversations module. */
import { defineModule } from '../../kernel/module.ts';
import { getConversation } from './get.ts';
import { importConversation } from './import.ts';
import { listConversations } from './list.ts';
import { removeConversation } from './remove.ts';
import { searchConversations } from './search.ts';
import { updateConversation } from './update.ts';

export const conversations = defineModule({
  name: 'conversations',
  purpose: 'What was said, word for word, and how to find it again',
  folder: import.meta.dirname,
  operations: [
    listConversations,
    getConversation,
    updateConversation,
    removeConversation,
    searchConversations,
    importConversation,
  ],
  events: ['conversations.removed'],
});
