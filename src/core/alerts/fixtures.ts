/** Alerts for tests. */
import type { Context } from '../../kernel/context.ts';
import type { NewAlert } from './alert.ts';
import { insertChannel } from './channels/store.ts';
import { insertMute } from './mutes/store.ts';
import { lockPreferences, writePreferences } from './preferences/store.ts';
import { raiseAlert } from './raise.ts';
import { updateAlert } from './store.ts';

export function anAlert(alert: Partial<NewAlert> = {}): NewAlert {
  return {
    rule: 'disk.full',
    subject: 'the disk',
    severity: 'warning',
    text: 'The disk is 91 % full.',
    because: 'You asked to hear of disks over 90 %.',
    stop: 'Mute the rule disk.full.',
    key: 'disk.full:/',
    ...alert,
  };
}

async function raiseAs(ctx: Context, id: string, alert: Partial<NewAlert>): Promise<void> {
  await raiseAlert(
    { ...ctx, transaction: (work) => ctx.transaction((tx) => work({ ...tx, newId: () => id })) },
    anAlert(alert),
  );
}

/** Puts in place what the examples of this module speak of. */
export async function givenAlertExamples(ctx: Context): Promise<void> {
  const { owner, db, clock } = ctx;
  const [now, created_at] = [clock.now(), new Date(clock.now()).toISOString()];
  await raiseAs(ctx, '00000000-0000-4000-8000-00000000a1e1', {});
  const nudge = { kind: 'nudge', subject: 'the slow build', key: 'build', rule: 'build.slow' } as const;
  await lockPreferences(owner, db, now);
  await writePreferences(owner, db, { value: { nudges: 'on' }, previous: {} }, now);
  await raiseAs(ctx, '00000000-0000-4000-8000-00000000a1e3', { ...nudge, text: 'The build takes long.' });
  await raiseAs(ctx, '00000000-0000-4000-8000-00000000a1e2', { subject: 'the certificate', key: 'certificate' });
  await updateAlert(owner, db, { id: '00000000-0000-4000-8000-00000000a1e1', telling: 'told', told_at: now });
  await updateAlert(owner, db, { id: '00000000-0000-4000-8000-00000000a1e2', state: 'acknowledged' });
  const mute = { rule: null, until: null, created_at };
  await insertMute(owner, db, { ...mute, id: '00000000-0000-4000-8000-00000000a2e1', subject: 'the printer' });
  await insertMute(owner, db, { ...mute, id: '00000000-0000-4000-8000-00000000a2e2', subject: 'the old laptop' });
  await insertChannel(owner, db, {
    id: '00000000-0000-4000-8000-00000000a3e1',
    type: 'email',
    name: 'old pager',
    config: { to: 'pager@example.org' },
    severity_min: 'critical',
    created_at,
  });
  await lockPreferences(owner, db, now);
  await writePreferences(owner, db, { value: { nudges: 'off' }, previous: {} }, now);
}
