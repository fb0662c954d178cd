/** Which briefs and nudges are on, and when they come. */
import { z } from 'zod';
import { preferencesOf } from '../../core/alerts/index.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { BRIEFS, briefStateSchema } from './brief.ts';
import { scheduleOfBrief, stateOf } from './of-schedule.ts';

export const getBriefs = defineOperation({
  name: 'briefs.get',
  summary: 'Show which briefs and nudges are on',
  input: z.object({}),
  output: z.object({
    briefs: z.array(briefStateSchema),
    nudges: z.enum(['on', 'off']).describe('Changed with alerts.preferences.update'),
  }),
  permission: 'briefs:read',
  effect: 'read',
  examples: [
    { say: 'which briefs are on', input: {} },
    { say: 'when does my morning brief come', input: {} },
    { say: 'show my brief settings', input: {} },
    { say: 'which briefs am I getting', input: {} },
  ],
  async run(ctx) {
    const briefs = await Promise.all(BRIEFS.map(async (brief) => stateOf(brief, await scheduleOfBrief(ctx, brief))));
    return { briefs, nudges: (await preferencesOf(ctx)).nudges };
  },
});
