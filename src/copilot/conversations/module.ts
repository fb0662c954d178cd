/** Manifest of the conversations module. */
import { defineModule } from '../../kernel/module.ts';
import { exportConversations } from './export.ts';
import { forkConversation } from './fork.ts';
import { getConversation } from './get.ts';
import { importConversation } from './import.ts';
import { createInstruction } from './instructions/create.ts';
import { listInstructions } from './instructions/list.ts';
import { removeInstruction } from './instructions/remove.ts';
import { updateInstruction } from './instructions/update.ts';
import { expirePrivate } from './jobs/expire.ts';
import { forgetPrivate } from './jobs/forget.ts';
import { summarizeTurns } from './jobs/summarize.ts';
import { listConversations } from './list.ts';
import { portableConversations } from './portable/store.ts';
import { removeConversation } from './remove.ts';
import { searchConversations } from './search.ts';
import { getSummary } from './summaries/get.ts';
import { listSummaries } from './summaries/list.ts';
import { updateConversation } from './update.ts';

export const conversations = defineModule({
  name: 'conversations',
  purpose: 'What was said, word for word, and how to find it again',
  folder: import.meta.dirname,
  uses: ['approvals'],
  operations: [
    listConversations,
    getConversation,
    updateConversation,
    removeConversation,
    searchConversations,
    importConversation,
    exportConversations,
    forkConversation,
    listInstructions,
    createInstruction,
    updateInstruction,
    removeInstruction,
    listSummaries,
    getSummary,
  ],
  jobs: [summarizeTurns, expirePrivate, forgetPrivate],
  events: ['conversations.removed'],
  portable: portableConversations,
});
