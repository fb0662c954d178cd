/** A brief is told by a schedule of its own: found here by what it runs, so that nothing about it is kept twice. */
import type { Context } from '../../kernel/context.ts';
import { listSchedules, type Schedule } from '../schedules/index.ts';
import { type BriefName, type BriefState, PLANS } from './brief.ts';

const TELL = 'briefs.tell';
const SCHEDULES_MAX = 500;

export async function scheduleOfBrief(ctx: Context, brief: BriefName): Promise<Schedule | null> {
  const { schedules } = await ctx.call(listSchedules, { limit: SCHEDULES_MAX });
  return schedules.find(({ operation, input }) => operation === TELL && input.brief === brief) ?? null;
}

export function stateOf(brief: BriefName, schedule: Schedule | null): BriefState {
  const isOn = schedule?.state === 'active';
  return {
    brief,
    state: isOn ? 'on' : 'off',
    text: isOn ? schedule.text : `${PLANS[brief].title}: off`,
    schedule_id: schedule?.id ?? null,
    next_at: schedule?.next_at ?? null,
  };
}
