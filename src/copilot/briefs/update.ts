/** Turns a brief on or off, or moves it. It becomes a schedule like any other: to be seen, paused and removed there too. */
import { z } from 'zod';
import { preferencesOf } from '../../core/alerts/index.ts';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { wallTime } from '../../kernel/wall-time.ts';
import { createSchedule, pauseSchedule, resumeSchedule, type Schedule, updateSchedule } from '../schedules/index.ts';
import { type BriefName, briefNameSchema, briefStateSchema, PLANS } from './brief.ts';
import { scheduleOfBrief, stateOf } from './of-schedule.ts';

/** “at 8” is a time of day for the brief's own days; anything else that comes again is taken as it is. */
async function timeOf(ctx: Context, brief: BriefName, when: string): Promise<string> {
  const { time_zone } = await preferencesOf(ctx);
  const read = ctx.language.readTime(when, time_zone) ?? ctx.language.readTime(`at ${when}`, time_zone);
  if (read?.kind !== 'once') return when;
  const { minutes } = wallTime(read.at, time_zone);
  return `${minutes % 60} ${Math.floor(minutes / 60)} ${PLANS[brief].days}`;
}

async function turnOn(ctx: Context, brief: BriefName, when: string | undefined): Promise<Schedule> {
  const known = await scheduleOfBrief(ctx, brief);
  const { title, cron } = PLANS[brief];
  const time = when === undefined ? undefined : await timeOf(ctx, brief, when);
  if (!known)
    return ctx.call(createSchedule, { title, when: time ?? cron, operation: 'briefs.tell', input: { brief } });
  const moved = time === undefined ? known : await ctx.call(updateSchedule, { id: known.id, when: time });
  return moved.state === 'paused' ? ctx.call(resumeSchedule, { id: known.id }) : moved;
}

async function turnOff(ctx: Context, brief: BriefName): Promise<Schedule | null> {
  const known = await scheduleOfBrief(ctx, brief);
  return known?.state === 'active' ? ctx.call(pauseSchedule, { id: known.id }) : known;
}

export const updateBrief = defineOperation({
  name: 'briefs.update',
  summary: 'Turn the morning or the weekly brief on or off, or move it',
  input: z.object({
    brief: briefNameSchema,
    state: z.enum(['on', 'off']).default('on'),
    when: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({ format: 'when' })
      .optional()
      .describe('“at 8”, “every weekday at 7:30”; at 8 unless said'),
  }),
  output: briefStateSchema,
  errors: createSchedule.errors,
  permission: 'briefs:write',
  effect: 'write',
  examples: [
    { say: 'turn on the morning brief at 8', input: { brief: 'morning', state: 'on', when: 'at 8' } },
    { say: 'turn on the weekly brief', input: { brief: 'weekly', state: 'on' } },
    { say: 'turn off the morning brief', input: { brief: 'morning', state: 'off' } },
    { say: 'switch the weekly brief off', input: { brief: 'weekly', state: 'off' } },
    {
      say: 'give me the morning brief every weekday at 7:30',
      input: { brief: 'morning', when: 'every weekday at 7:30' },
    },
    {
      say: 'move the weekly brief to every Sunday at 18:00',
      input: { brief: 'weekly', when: 'every Sunday at 18:00' },
    },
  ],
  preview: async (_ctx, { brief, state, when }) => `Turn the ${brief} brief ${state}${when ? `, ${when}` : ''}.`,
  run: (ctx, { brief, state, when }) =>
    ctx.transaction(async (tx) =>
      stateOf(brief, state === 'on' ? await turnOn(tx, brief, when) : await turnOff(tx, brief)),
    ),
});
