/** Has Nima answer a question at a time: `schedules.create` for the sentence people say it with. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { createSchedule } from './create.ts';
import { scheduleSchema, WORDS_CHARS_MAX, wishShape } from './schedule.ts';

export const askSchedule = defineOperation({
  name: 'schedules.ask',
  summary: 'Have Nima answer a question again and again, or at a time',
  input: z.object({
    when: wishShape.when.unwrap(),
    ask: z.string().trim().min(1).max(WORDS_CHARS_MAX).describe('What to ask Nima, in a sentence'),
    time_zone: wishShape.time_zone,
  }),
  output: scheduleSchema,
  errors: createSchedule.errors,
  permission: 'schedules:write',
  effect: 'write',
  undo: 'schedules.remove',
  examples: [
    { say: 'every day at 7:30 tell me what is open', input: { when: 'every day at 7:30', ask: 'what is open' } },
    {
      say: 'every weekday at 8 tell me what my goals are',
      input: { when: 'every weekday at 8', ask: 'what my goals are' },
    },
    {
      say: 'every Monday at 9 tell me how the cluster is',
      input: { when: 'every Monday at 9', ask: 'how the cluster is' },
    },
    {
      say: 'every evening at 20:00 tell me which tasks failed',
      input: { when: 'every evening at 20:00', ask: 'which tasks failed' },
    },
    {
      say: 'each morning at 7 tell me the state of the backups',
      input: { when: 'each morning at 7', ask: 'the state of the backups' },
    },
    { say: 'tomorrow at 9 tell me what I wanted to do', input: { when: 'tomorrow at 9', ask: 'what I wanted to do' } },
  ],
  preview: async (_ctx, { when, ask }) => `Ask Nima ${when}: ${ask}`,
  run: (ctx, wish) => ctx.call(createSchedule, wish),
});
