/** Makes a schedule, or changes one: what is to happen, and when, in words. */
import { type FormEvent, useState } from 'react';
import type { Schedule } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { TimesPreview } from './TimesPreview.tsx';

interface ScheduleFormProps {
  /** Changed when given, else a new one is made. */
  schedule?: Schedule;
  onDone: () => void;
}

const LABEL = 'flex flex-col gap-1 text-small text-ink-2';

/** What runs an operation is changed by its operation's own words; the form keeps to what people say. */
const kindOf = (schedule?: Schedule): 'remind' | 'ask' => (schedule?.action === 'ask' ? 'ask' : 'remind');

function Kinds({ kind, onChange }: { kind: 'remind' | 'ask'; onChange: (kind: 'remind' | 'ask') => void }) {
  return (
    <fieldset className="flex gap-4 text-small">
      <legend className="sr-only">What is to happen</legend>
      {(['remind', 'ask'] as const).map((each) => (
        <label key={each} className="flex min-h-9 items-center gap-2">
          <input
            type="radio"
            name="kind"
            checked={kind === each}
            onChange={() => onChange(each)}
            className="accent-moss"
          />
          {each === 'remind' ? 'Remind me' : 'Ask Nima'}
        </label>
      ))}
    </fieldset>
  );
}

export function ScheduleForm({ schedule, onDone }: ScheduleFormProps) {
  const { api } = useNima();
  const act = useAct(keys.schedules);
  const [kind, setKind] = useState(kindOf(schedule));
  const [words, setWords] = useState(schedule?.words ?? '');
  const [when, setWhen] = useState(schedule?.when ?? schedule?.cron ?? '');
  const [isBusy, setBusy] = useState(false);
  const isOperation = schedule?.action === 'operation';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const does = isOperation ? {} : { [kind]: words.trim() };
    const time = when.trim() ? { when: when.trim() } : {};
    const isDone = schedule
      ? await act(() => api.schedules.update({ id: schedule.id, ...does, ...time }), 'Changed')
      : await act(() => api.schedules.create({ ...does, ...time }), 'Scheduled');
    setBusy(false);
    if (isDone) onDone();
  };
  return (
    <form
      onSubmit={submit}
      aria-label={schedule ? 'Change the schedule' : 'New schedule'}
      className="mt-3 flex flex-col gap-3"
    >
      {!isOperation && (
        <>
          <Kinds kind={kind} onChange={setKind} />
          <label className={LABEL}>
            {kind === 'remind' ? 'Of what' : 'What to ask'}
            <input
              required
              value={words}
              maxLength={2000}
              onChange={({ target }) => setWords(target.value)}
              className="field min-h-11"
            />
          </label>
        </>
      )}
      <label className={LABEL}>
        When
        <input
          value={when}
          maxLength={200}
          placeholder="every Monday at 9, tomorrow at 14:30, in 20 minutes"
          onChange={({ target }) => setWhen(target.value)}
          className="field min-h-11"
        />
      </label>
      <TimesPreview when={when} />
      <p className="text-small text-ink-3">Left empty, it runs only when you run it.</p>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="go" type="submit" disabled={isBusy || (!isOperation && !words.trim())}>
          {schedule ? 'Save' : 'Schedule it'}
        </Button>
      </div>
    </form>
  );
}
