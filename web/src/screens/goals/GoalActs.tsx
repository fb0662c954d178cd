/** What can be done with a goal as a whole. */
import { useNavigate } from 'react-router';
import type { Goal } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { useGoalAct } from './use-goals.ts';

export function GoalActs({ goal, onEdit }: { goal: Goal; onEdit: () => void }) {
  const { api } = useNima();
  const act = useGoalAct();
  const navigate = useNavigate();
  const { id, status } = goal;
  const resume = () => api.goals.resume({ id });
  const remove = async () => {
    const isGone = await act(
      () => api.goals.remove({ id }),
      `Removed: ${goal.title}`,
      () => api.goals.restore({ id }),
    );
    if (isGone) navigate('/goals');
  };
  return (
    <div className="flex items-center gap-2">
      {status === 'active' ? (
        <>
          <Button icon="check" onClick={() => act(() => api.goals.complete({ id }), 'Reached', resume)}>
            Reached
          </Button>
          <Button icon="pause" onClick={() => act(() => api.goals.pause({ id }), 'Paused', resume)}>
            Pause
          </Button>
        </>
      ) : (
        <Button icon="play" onClick={() => act(resume, 'Going on')}>
          Go on
        </Button>
      )}
      <Menu trigger={<IconButton icon="more" label="More for this goal" />}>
        <MenuItem icon="edit" onSelect={onEdit}>
          Change
        </MenuItem>
        <MenuItem icon="remove" isDestroying onSelect={remove}>
          Remove
        </MenuItem>
      </Menu>
    </div>
  );
}
