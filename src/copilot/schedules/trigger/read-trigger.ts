/** Reads what a person said about when: words or a cron line in a time zone, an event, or nothing, for running by hand. */
import { preferencesOf } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import { isTimeZone } from '../../../kernel/wall-time.ts';

export const triggerErrors = {
  trigger_twice: { kind: 'invalid', text: () => 'Give a time or an event, not both. Make two schedules for two.' },
  time_unreadable: {
    kind: 'invalid',
    text: ({ when }: { when: string }) =>
      `“${when}” names no time Nima can read. Try “every Monday at 9”, “every 2 hours”, “tomorrow at 9” or a cron line.`,
  },
  time_never_comes: {
    kind: 'invalid',
    text: ({ when }: { when: string }) => `“${when}” never comes: no month it names has that day.`,
  },
  time_is_past: { kind: 'invalid', text: ({ when }: { when: string }) => `“${when}” has passed. Give a time to come.` },
  time_zone_unknown: {
    kind: 'invalid',
    text: ({ zone }: { zone: string }) => `There is no time zone ${zone}. Use an IANA name, such as Europe/Lisbon.`,
  },
  event_unknown: {
    kind: 'invalid',
    text: ({ on, events }: { on: string; events: string }) => `Nima announces no event ${on}. It announces: ${events}.`,
  },
  event_circular: {
    kind: 'invalid',
    text: ({ on }: { on: string }) =>
      `${on} is what schedules themselves bring about; waiting for it could go on for ever.`,
  },
} as const;
const fail = failuresOf(triggerErrors);

const CRON_LINE = /^[\d*/,\-#LWa-z?]+(?:\s+[\d*/,\-#LWa-z?%+]+){4}$/i;
/** Announced by runs of schedules: a schedule that waits for one could start itself. */
const CIRCULAR = /^(schedules|alerts)\./;

export interface Wish {
  readonly when?: string | undefined;
  readonly time_zone?: string | undefined;
  readonly on?: string | undefined;
  readonly filter?: Record<string, unknown> | undefined;
}

/** The trigger as it is kept. Times are milliseconds UTC. */
export interface Trigger {
  readonly trigger_kind: 'recurring' | 'once' | 'event' | 'hand';
  readonly said: string | null;
  readonly cron: string | null;
  readonly at: number | null;
  readonly time_zone: string;
  readonly event: string | null;
  readonly filter: Record<string, unknown> | null;
  readonly next_at: number | null;
}

const NEVER = { said: null, cron: null, at: null, event: null, filter: null, next_at: null } as const;

/** When a time is meant; a cron line is one too. */
export function readWhen(ctx: Context, when: string, time_zone: string): Trigger {
  const now = ctx.clock.now();
  const base = { ...NEVER, time_zone, said: when };
  const read = ctx.language.readTime(when, time_zone);
  if (read?.kind === 'once') {
    if (read.at <= now) throw fail.time_is_past({ when });
    return { ...base, trigger_kind: 'once', at: read.at, next_at: read.at };
  }
  const cron = read?.cron ?? (CRON_LINE.test(when) ? when : null);
  if (cron === null) throw fail.time_unreadable({ when });
  const next_at = ctx.calendar.nextDue(cron, time_zone, now);
  if (next_at === null) throw fail.time_never_comes({ when });
  return { ...base, trigger_kind: 'recurring', cron, next_at };
}

function readEvent({ catalog }: Context, on: string): string {
  const events = catalog.modules.flatMap((module) => module.events);
  if (!events.includes(on))
    throw fail.event_unknown({ on, events: events.filter((each) => !CIRCULAR.test(each)).join(', ') });
  if (CIRCULAR.test(on)) throw fail.event_circular({ on });
  return on;
}

export async function zoneOf(ctx: Context, zone: string | undefined): Promise<string> {
  if (zone === undefined) return (await preferencesOf(ctx)).time_zone;
  if (!isTimeZone(zone)) throw fail.time_zone_unknown({ zone });
  return zone;
}

export async function readTrigger(ctx: Context, { when, time_zone, on, filter }: Wish): Promise<Trigger> {
  const zone = await zoneOf(ctx, time_zone);
  if (when !== undefined && on !== undefined) throw fail.trigger_twice({});
  if (when !== undefined) return readWhen(ctx, when, zone);
  const hand = { ...NEVER, trigger_kind: 'hand', time_zone: zone } as const;
  return on === undefined
    ? hand
    : { ...hand, trigger_kind: 'event', event: readEvent(ctx, on), filter: filter ?? null };
}
