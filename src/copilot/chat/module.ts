/** Manifest of the chat module. */
import { defineModule } from '../../kernel/module.ts';
import { completeChat } from './complete.ts';
import { contextOfChat } from './context.ts';
import { editChat } from './edit.ts';
import { continueAnswer } from './jobs/continue.ts';
import { interruptAnswer } from './jobs/interrupt.ts';
import { recoverAnswers } from './jobs/recover.ts';
import { listModels } from './models/list.ts';
import { regenerateChat } from './regenerate.ts';
import { resumeChat } from './resume.ts';
import { sendChat } from './send.ts';
import { stopChat } from './stop.ts';
import { streamChat } from './stream.ts';
import { usageOfChat } from './usage.ts';

export const chat = defineModule({
  name: 'chat',
  purpose: 'Answers from what was said, what is remembered and what tools find out',
  folder: import.meta.dirname,
  uses: [
    'approvals',
    'attachments',
    'conversations',
    'goals',
    'knowledge',
    'learning',
    'memory',
    'persona',
    'workspace',
  ],
  operations: [
    sendChat,
    streamChat,
    resumeChat,
    stopChat,
    regenerateChat,
    editChat,
    contextOfChat,
    usageOfChat,
    completeChat,
    listModels,
  ],
  jobs: [continueAnswer, interruptAnswer, recoverAnswers],
  subscriptions: [{ event: 'approvals.decided', job: continueAnswer }],
  events: ['chat.turn.ended'],
});
