/** What a brief would say now, without telling it. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { briefNameSchema } from './brief.ts';
import { composeBrief } from './compose/compose.ts';

export const previewBrief = defineOperation({
  name: 'briefs.preview',
  summary: 'Show what a brief would say now',
  input: z.object({ brief: briefNameSchema.default('morning') }),
  output: z.object({ text: z.string().describe('Markdown') }),
  permission: 'briefs:read',
  effect: 'read',
  examples: [
    { say: 'brief me', input: {} },
    { say: 'what would the weekly brief say', input: { brief: 'weekly' } },
    { say: 'preview the morning brief', input: { brief: 'morning' } },
    { say: 'give me a brief now', input: {} },
  ],
  run: async (ctx, { brief }) => ({ text: await composeBrief(ctx, brief) }),
});
