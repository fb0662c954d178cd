/** One schedule: what it does, when next, and what can be done with it. */
import type { Schedule } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { doesWords, nextWords, timeWords } from './schedule-words.ts';

interface ScheduleRowProps {
  schedule: Schedule;
  onEdit: () => void;
  onHistory: () => void;
}

export function ScheduleRow({ schedule, onEdit, onHistory }: ScheduleRowProps) {
  const { api } = useNima();
  const act = useAct(keys.schedules);
  const { id, title, state, consent } = schedule;
  const does = doesWords(schedule);
  const pause = () =>
    act(
      () => api.schedules.pause({ id }),
      'Paused',
      () => api.schedules.resume({ id }),
    );
  const resume = () =>
    act(
      () => api.schedules.resume({ id }),
      'Going on',
      () => api.schedules.pause({ id }),
    );
  const remove = () =>
    act(
      () => api.schedules.remove({ id }),
      `Removed: ${title}`,
      () => api.schedules.restore({ id }),
    );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-strong wrap-anywhere">{title}</p>
        {does && <p className="text-small text-ink-2 wrap-anywhere">{does}</p>}
        <p className="flex flex-wrap items-center gap-2 text-small text-ink-3">
          {timeWords(schedule)} · {nextWords(schedule)}
          {consent === 'agent' && <Badge tone="amber">asks at each run</Badge>}
        </p>
      </div>
      <div className="-mr-2 ml-auto flex items-center gap-1">
        <Button
          icon="play"
          onClick={() => act(() => api.schedules.run({ id }), 'Started')}
          aria-label={`Run now: ${title}`}
        >
          Run
        </Button>
        <IconButton icon="history" label={`What it did: ${title}`} onClick={onHistory} />
        <Menu trigger={<IconButton icon="more" label={`More for: ${title}`} />}>
          {state === 'active' && (
            <MenuItem icon="pause" onSelect={pause}>
              Pause
            </MenuItem>
          )}
          {state === 'paused' && (
            <MenuItem icon="play" onSelect={resume}>
              Go on
            </MenuItem>
          )}
          <MenuItem icon="edit" onSelect={onEdit}>
            Change
          </MenuItem>
          <MenuItem icon="remove" isDestroying onSelect={remove}>
            Remove
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}
