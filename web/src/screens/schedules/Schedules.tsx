/** The room of schedules: what Nima does by itself, when next, and what came of it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Schedule } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { ScreenHeader } from '../../shell/ScreenHeader.tsx';
import { Runs } from './Runs.tsx';
import { ScheduleForm } from './ScheduleForm.tsx';
import { ScheduleRow } from './ScheduleRow.tsx';

interface ListProps {
  onEdit: (schedule: Schedule) => void;
  onHistory: (schedule: Schedule) => void;
}

function List({ onEdit, onHistory }: ListProps) {
  const { api } = useNima();
  const found = useQuery({
    queryKey: keys.schedulesFound({}),
    queryFn: () => api.schedules.list({ limit: 200 }),
    refetchInterval: 30_000,
  });
  if (found.error && !found.data) {
    return (
      <Notice action={<Button onClick={() => found.refetch()}>Try again</Button>}>
        The schedules did not come. {found.error.message}
      </Notice>
    );
  }
  if (!found.data)
    return <div role="status" aria-label="Opening the schedules" className="h-40 rounded-medium bg-sunken" />;
  if (found.data.schedules.length === 0) {
    return (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
        Nothing is scheduled. Make one above, or tell me in talk: “remind me every Monday at 9 to review the cluster”.
      </p>
    );
  }
  return (
    <ul className="flex flex-col rounded-medium border border-line bg-raised">
      {found.data.schedules.map((schedule) => (
        <ScheduleRow
          key={schedule.id}
          schedule={schedule}
          onEdit={() => onEdit(schedule)}
          onHistory={() => onHistory(schedule)}
        />
      ))}
    </ul>
  );
}

type Open = { what: 'new' } | { what: 'edit' | 'history'; schedule: Schedule } | null;

export function Schedules() {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  useEffect(() => {
    document.title = 'Schedules · Nima';
  }, []);
  return (
    <main className="flex h-full flex-col">
      <ScreenHeader title={<h1 className="font-strong">Schedules</h1>} />
      <Scroll aria-label="Schedules" className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-190 flex-col gap-5 px-4 pt-6 pb-[calc(48px+env(safe-area-inset-bottom))] tablet:px-6">
          <div className="flex items-center justify-between gap-3">
            <p className="text-small text-ink-2">What I do by myself, in your time zone.</p>
            <Button look="go" icon="plus" onClick={() => setOpen({ what: 'new' })}>
              New schedule
            </Button>
          </div>
          <List
            onEdit={(schedule) => setOpen({ what: 'edit', schedule })}
            onHistory={(schedule) => setOpen({ what: 'history', schedule })}
          />
        </div>
      </Scroll>
      <Dialog isOpen={open?.what === 'new'} onClose={close} title="New schedule">
        <ScheduleForm onDone={close} />
      </Dialog>
      <Dialog isOpen={open?.what === 'edit'} onClose={close} title="Change the schedule">
        {open?.what === 'edit' && <ScheduleForm schedule={open.schedule} onDone={close} />}
      </Dialog>
      <Sheet isOpen={open?.what === 'history'} onClose={close} side="right" title="What it did">
        {open?.what === 'history' && <Runs id={open.schedule.id} />}
      </Sheet>
    </main>
  );
}
