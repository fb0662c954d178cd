/**
 * Raises an alert, for every module that has something to tell. Decides here, once, whether and when it is told: mutes,
 * quiet hours, the day's limit of nudges. What follows under the same key counts on the same alert.
 */
import type { Context } from '../../kernel/context.ts';
import { DAY_MINUTES, instantOf, wallTime } from '../../kernel/wall-time.ts';
import { type Alert, isWorse, type NewAlert, newAlertSchema } from './alert.ts';
import { tellAlert } from './jobs/tell.ts';
import { covers } from './mutes/mute.ts';
import { listMutes } from './mutes/store.ts';
import { type Preferences, preferencesOf } from './preferences/preferences.ts';
import { lockPreferences } from './preferences/store.ts';
import { nextQuietEnd, startOfDay } from './quiet.ts';
import { type AlertRow, alertOf, countNudges, findByKey, insertAlert, updateAlert } from './store.ts';
import { type Reserve, reserveOn } from './unwanted.ts';

type Parsed = ReturnType<typeof newAlertSchema.parse>;
/** How the owner wants to be told this. */
interface Manners {
  readonly preferences: Preferences;
  readonly reserve: Reserve | null;
}
type Telling = Pick<AlertRow, 'telling' | 'tell_at'>;

const MUTES_READ_MAX = 200;

/** When a told thing may be told: now, or at the end of the quiet hours. */
function tellAtOf({ severity, isPunctual }: Parsed, preferences: Preferences, now: number): number {
  const isHeld = severity !== 'critical' && !isPunctual;
  return (isHeld ? nextQuietEnd(now, preferences) : null) ?? now;
}

async function isOverLimit({ owner, db }: Context, tellAt: number, preferences: Preferences): Promise<boolean> {
  const { time_zone, per_day_max } = preferences;
  const { date } = wallTime(tellAt, time_zone);
  const dayEnd = instantOf({ date, minutes: DAY_MINUTES }, time_zone);
  return (await countNudges(owner, db, { from: startOfDay(tellAt, time_zone), to: dayEnd })) >= per_day_max;
}

/** True when the owner wants such nudges seldom, and one came within the week. */
async function isEnough({ owner, db }: Context, rule: string, reserve: Reserve): Promise<boolean> {
  return (await countNudges(owner, db, { from: reserve.since, to: Number.MAX_SAFE_INTEGER, rule })) > 0;
}

async function tellingOf(ctx: Context, alert: Parsed, { preferences, reserve }: Manners): Promise<Telling> {
  const now = ctx.clock.now();
  const mutes = await listMutes(ctx.owner, ctx.db, { now, limit: MUTES_READ_MAX });
  if (mutes.some((mute) => covers(mute, alert, now))) return { telling: 'muted', tell_at: now };
  const tell_at = tellAtOf(alert, preferences, now);
  if (reserve && (await isEnough(ctx, alert.rule, reserve))) return { telling: 'unwanted', tell_at };
  if (alert.kind === 'nudge' && (await isOverLimit(ctx, tell_at, preferences)))
    return { telling: 'over_limit', tell_at };
  return { telling: 'waiting', tell_at };
}

async function create(ctx: Context, alert: Parsed, manners: Manners): Promise<AlertRow> {
  const { owner, db, clock, newId } = ctx;
  const { isPunctual: _, ...given } = alert;
  const now = clock.now();
  const row: AlertRow = {
    ...given,
    ...(await tellingOf(ctx, alert, manners)),
    id: newId(),
    owner,
    state: 'open',
    count: 1,
    told_at: null,
    created_at: now,
    updated_at: now,
  };
  await insertAlert(owner, db, row);
  return row;
}

/** Once more of the same: counted, and told again only when it got worse. */
async function repeat(
  ctx: Context,
  alert: Parsed,
  { known, ...manners }: Manners & { known: AlertRow },
): Promise<AlertRow> {
  const { owner, db, clock } = ctx;
  const { text, because, stop, link, severity } = alert;
  const isEscalated = isWorse(severity, known.severity);
  const worse = isEscalated
    ? { severity, state: 'open' as const, told_at: null, ...(await tellingOf(ctx, alert, manners)) }
    : {};
  const change = { text, because, stop, link, count: known.count + 1, updated_at: clock.now(), ...worse };
  await updateAlert(owner, db, { id: known.id, ...change });
  return { ...known, ...change };
}

/**
 * Tells the owner something, or counts it on the alert of the same key. An acknowledged alert stays silent until it gets
 * worse; a resolved one starts anew. Null when it is a nudge and the owner wants none.
 */
export function raiseAlert(ctx: Context, given: NewAlert): Promise<Alert | null> {
  const parsed = newAlertSchema.parse(given);
  return ctx.transaction(async (tx) => {
    const { owner, db, clock, events, jobs } = tx;
    await lockPreferences(owner, db, clock.now());
    const preferences = await preferencesOf(tx);
    if (parsed.kind === 'nudge' && preferences.nudges === 'off') return null;
    const reserve = parsed.kind === 'nudge' ? await reserveOn(tx, parsed.rule) : null;
    const alert = reserve ? { ...parsed, because: `${parsed.because} ${reserve.because}` } : parsed;
    const manners = { preferences, reserve };
    const known = await findByKey(owner, db, alert.key);
    const row = known ? await repeat(tx, alert, { known, ...manners }) : await create(tx, alert, manners);
    const isNews = row.count === 1 || row.severity !== known?.severity;
    if (isNews) {
      const { id, kind, rule, severity } = row;
      await events.emit('alerts.raised', { owner, id, kind, rule, severity });
      if (row.telling === 'waiting' && row.tell_at <= clock.now())
        await jobs.enqueue({ name: tellAlert.name, input: { owner, id }, key: `alerts.tell:${id}` });
    }
    return alertOf(row);
  });
}

/** What the alert of this key spoke of is over; the next time it happens, it is news again. */
export function resolveAlert(ctx: Context, key: string): Promise<void> {
  return ctx.transaction(async ({ owner, db, clock }) => {
    const known = await findByKey(owner, db, key);
    if (known) await updateAlert(owner, db, { id: known.id, state: 'resolved', updated_at: clock.now() });
  });
}
