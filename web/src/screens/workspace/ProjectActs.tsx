/** What can be done with a project: read it again, take it out of the workspace. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Project } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';

export function ProjectActs({ project: { id, name, path } }: { project: Project }) {
  const { api } = useNima();
  const act = useAct(keys.projects);
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const { projects } = api.workspace;
  const refresh = async () => {
    setBusy(true);
    await act(() => projects.refresh({ id }), 'Read again');
    setBusy(false);
  };
  // The folder itself stays, so adding it again takes the removal back whole.
  const remove = () => {
    navigate('/workspace');
    return act(
      () => projects.remove({ id }),
      `Taken out: ${name}. The folder stays.`,
      () => projects.create({ path, name }),
    );
  };
  return (
    <div className="flex items-center gap-2">
      <Button icon="again" disabled={isBusy} onClick={refresh}>
        {isBusy ? 'Reading' : 'Read again'}
      </Button>
      <Menu trigger={<IconButton icon="more" label={`More for ${name}`} />}>
        <MenuItem icon="remove" isDestroying onSelect={remove}>
          Take out of the workspace
        </MenuItem>
      </Menu>
    </div>
  );
}
