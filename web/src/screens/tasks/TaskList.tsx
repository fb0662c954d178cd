/** The tasks there are, newest first: what runs, what failed, what is done. */
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/Button.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { TaskRow } from './TaskRow.tsx';
import { SHOWN, type Shown, type TaskFilter, useTasks } from './use-tasks.ts';

const NAMES: Readonly<Record<Shown, string>> = { all: 'All', open: 'Running', failed: 'Failed', done: 'Done' };
const NOTHING: Readonly<Record<Shown, string>> = {
  all: 'Nothing was asked yet. Start a task above, or say in talk what is to be done outside.',
  open: 'Nothing runs or waits.',
  failed: 'Nothing failed.',
  done: 'Nothing is done yet.',
};
const NO_FILTER: TaskFilter = { shown: 'all', query: '' };

export function NewTaskLink() {
  return (
    <Link
      to="/tasks/new"
      className="inline-flex min-h-9 items-center gap-2 rounded-small border border-moss bg-moss px-3.5 text-small font-strong text-paper hover:opacity-90"
    >
      <Icon name="plus" size={16} />
      New task
    </Link>
  );
}

function Found({ filter, onClear }: { filter: TaskFilter; onClear: () => void }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTasks(filter);
  if (error && !data) return <Failed text="The tasks did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Opening the tasks" />;
  const tasks = data.pages.flat();
  if (tasks.length === 0) {
    return filter.query ? (
      <div className="flex flex-col items-center gap-3 py-10 text-ink-2">
        No task fits these words.
        <Button onClick={onClear}>Show all</Button>
      </div>
    ) : (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">{NOTHING[filter.shown]}</p>
    );
  }
  return (
    <>
      <ul aria-label="Tasks" className="flex flex-col rounded-medium border border-line bg-raised">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="mx-auto" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </>
  );
}

export function TaskList() {
  const [filter, setFilter] = useState(NO_FILTER);
  return (
    <>
      <section aria-label="Find tasks" className="flex flex-col gap-3">
        <Segments
          label="Which tasks"
          segments={SHOWN.map((value) => ({ value, name: NAMES[value] }))}
          value={filter.shown}
          onChange={(shown) => setFilter({ ...filter, shown })}
        />
        <SearchField label="Search tasks" value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
      </section>
      <Found filter={filter} onClear={() => setFilter(NO_FILTER)} />
    </>
  );
}
