/** The room of tasks: the list, one task in full, the form for a new one, and the integrations they act on. */
import { NavLink, useParams } from 'react-router';
import { joinClasses } from '../../parts/join-classes.ts';
import { RoomFrame } from '../../shell/RoomFrame.tsx';
import { Integrations } from './Integrations.tsx';
import { NewTask } from './NewTask.tsx';
import { NewTaskLink, TaskList } from './TaskList.tsx';
import { TaskPage } from './TaskPage.tsx';

const PLACES = [
  { to: '/tasks', name: 'Tasks' },
  { to: '/tasks/integrations', name: 'Integrations' },
] as const;

function Places() {
  return (
    <nav aria-label="Tasks and integrations" className="flex w-fit gap-1 rounded-medium bg-sunken p-1">
      {PLACES.map(({ to, name }) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) =>
            joinClasses(
              'flex min-h-9 items-center rounded-small px-3.5 text-small',
              isActive ? 'bg-raised font-strong text-ink ring-1 ring-line' : 'text-ink-2 hover:text-ink',
            )
          }
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}

export function Tasks() {
  const { id } = useParams();
  if (id === 'new') {
    return (
      <RoomFrame name="Tasks" backTo="/tasks">
        <NewTask />
      </RoomFrame>
    );
  }
  if (id && id !== 'integrations') {
    return (
      <RoomFrame name="Tasks" backTo="/tasks">
        <TaskPage key={id} id={id} />
      </RoomFrame>
    );
  }
  return (
    <RoomFrame name="Tasks">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Places />
        <NewTaskLink />
      </div>
      {id ? <Integrations /> : <TaskList />}
    </RoomFrame>
  );
}
