/** When and how much Nima says unasked: briefs and nudges, off until asked for; quiet hours; the time zone. */
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { AlertPreferences, Brief } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';

const NAMES: Readonly<Record<Brief['brief'], string>> = { morning: 'Morning brief', weekly: 'Weekly brief' };

function BriefRow({ brief: { brief, state, text } }: { brief: Brief }) {
  const { api } = useNima();
  const act = useAct(keys.briefs);
  const set = (isOn: boolean) =>
    act(
      () => api.briefs.update({ brief, state: isOn ? 'on' : 'off' }),
      isOn ? `${NAMES[brief]} on` : `${NAMES[brief]} off`,
    );
  return (
    <li className="flex items-center justify-between gap-3 border-b border-line py-2 last:border-0">
      <div className="min-w-0">
        <p>{NAMES[brief]}</p>
        <p className="text-small text-ink-3">{text}</p>
      </div>
      <Switch label={NAMES[brief]} isOn={state === 'on'} onChange={set} />
    </li>
  );
}

function Briefs() {
  const { api } = useNima();
  const { data } = useQuery({ queryKey: keys.briefs, queryFn: () => api.briefs.get({}) });
  return (
    <ul>
      {data?.briefs.map((brief) => (
        <BriefRow key={brief.brief} brief={brief} />
      ))}
    </ul>
  );
}

function Hours({ preferences }: { preferences: AlertPreferences }) {
  const { api } = useNima();
  const act = useAct(keys.alerts);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const change = {
      time_zone: text('zone'),
      quiet_from: text('from') || null,
      quiet_to: text('to') || null,
      per_day_max: Number(text('most')),
    };
    return act(
      () => api.alerts.preferences.update(change),
      'Saved',
      () => api.alerts.preferences.restore({}),
    );
  };
  const label = 'flex flex-col gap-1 text-small text-ink-2';
  return (
    <form onSubmit={save} aria-label="Quiet hours" className="grid grid-cols-2 gap-3 tablet:grid-cols-4">
      <label className={label}>
        Quiet from
        <input name="from" type="time" defaultValue={preferences.quiet_from ?? ''} className="field min-h-10" />
      </label>
      <label className={label}>
        until
        <input name="to" type="time" defaultValue={preferences.quiet_to ?? ''} className="field min-h-10" />
      </label>
      <label className={label}>
        Most nudges a day
        <input
          name="most"
          type="number"
          min={0}
          max={20}
          defaultValue={preferences.per_day_max}
          className="field min-h-10"
        />
      </label>
      <label className={label}>
        Time zone
        <input name="zone" required defaultValue={preferences.time_zone} className="field min-h-10" />
      </label>
      <Button type="submit" className="col-span-full w-fit">
        Save
      </Button>
    </form>
  );
}

export function Preferences() {
  const { api } = useNima();
  const act = useAct(keys.alerts);
  const { data } = useQuery({ queryKey: keys.alertPreferences, queryFn: () => api.alerts.preferences.get({}) });
  const setNudges = (isOn: boolean) =>
    act(() => api.alerts.preferences.update({ nudges: isOn ? 'on' : 'off' }), isOn ? 'Nudges on' : 'Nudges off');
  if (!data) return null;
  return (
    <details className="rounded-medium border border-line bg-raised px-4 py-3">
      <summary className="cursor-pointer rounded-small font-strong">What I say unasked, and when</summary>
      <div className="mt-3 flex flex-col gap-4">
        <Briefs />
        <div className="flex items-center justify-between gap-3">
          <div>
            <p>Nudges</p>
            <p className="text-small text-ink-3">When something slips, fails or repeats. Each says why it came.</p>
          </div>
          <Switch label="Nudges" isOn={data.nudges === 'on'} onChange={setNudges} />
        </div>
        <Hours key={JSON.stringify(data)} preferences={data} />
      </div>
    </details>
  );
}
