/** What a task would do, without doing it. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { choiceErrors, chosenAction } from './integrations/chosen.ts';
import { previewOf } from './preview-of.ts';
import { requestShape, taskSchema } from './task.ts';

export const previewTask = defineOperation({
  name: 'tasks.preview',
  summary: 'Show what a task would do, without doing it',
  input: z.object(requestShape),
  output: z.object({
    effect: taskSchema.shape.effect,
    preview: z.string().describe('What would change; a diff where that helps'),
  }),
  errors: choiceErrors,
  permission: 'tasks:read',
  effect: 'read',
  // Parameters are an object, which an address cannot carry.
  path: 'POST /v1/tasks/preview',
  examples: [
    { say: 'preview cli commands', input: { type: 'cli', action: 'commands' } },
    { say: 'preview files roots', input: { type: 'files', action: 'roots' } },
    { say: 'what would cli commands do', input: { type: 'cli', action: 'commands' } },
  ],
  async run(ctx, asked) {
    const choice = await chosenAction(ctx, asked);
    return { effect: choice.effect, preview: await previewOf(ctx, choice) };
  },
});
