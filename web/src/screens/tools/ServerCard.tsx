/** One connected server: how it is reached, whether it answers, and its tools. */
import { useState } from 'react';
import type { Tool, ToolServer } from '../../api/nima.ts';
import { IconButton } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { ToolRow } from './ToolRow.tsx';
import { serverWords } from './tool-words.ts';

function ServerActs({ server: { id, name, is_enabled } }: { server: ToolServer }) {
  const { api } = useNima();
  const act = useAct(keys.tools);
  const [isRemoving, setRemoving] = useState(false);
  const { servers } = api.tools;
  const change = (isOn: boolean) => servers.update({ id, is_enabled: isOn });
  return (
    <div className="flex shrink-0 items-center gap-1">
      <Switch
        label={`Use ${name}`}
        isOn={is_enabled}
        onChange={(isOn) =>
          act(
            () => change(isOn),
            `${name} is ${isOn ? 'on' : 'off'}`,
            () => change(!isOn),
          )
        }
      />
      <Menu trigger={<IconButton icon="more" label={`More for ${name}`} />}>
        <MenuItem icon="again" onSelect={() => act(() => servers.refresh({ id }), `${name} was asked again`)}>
          Ask for its tools again
        </MenuItem>
        <MenuItem icon="remove" isDestroying onSelect={() => setRemoving(true)}>
          Disconnect
        </MenuItem>
      </Menu>
      <Confirm
        isOpen={isRemoving}
        title={`Disconnect "${name}"?`}
        description="Its tools and what you decided about them are forgotten here. The server itself stays as it is."
        act="Disconnect"
        onClose={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false);
          act(() => servers.remove({ id }), `Disconnected: ${name}`);
        }}
      />
    </div>
  );
}

export function ServerCard({ server, tools }: { server: ToolServer; tools: readonly Tool[] }) {
  const { name, target, problem, waiting, is_enabled } = server;
  return (
    <section aria-label={`Server ${name}`} className="rounded-medium border border-line bg-raised">
      <div className="flex items-start justify-between gap-3 p-4">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 font-strong">
            {name}
            {problem && <Badge tone="clay">has a problem</Badge>}
            {waiting > 0 && <Badge tone="amber">{`${waiting} to look at`}</Badge>}
          </h2>
          <p className="font-mono text-small wrap-anywhere text-ink-2">{target}</p>
          <p className="text-small wrap-anywhere text-ink-3">{serverWords(server)}</p>
          {problem && <p className="mt-1 text-small wrap-anywhere text-clay">{problem.replaceAll('`', '')}</p>}
        </div>
        <ServerActs server={server} />
      </div>
      {is_enabled && tools.length > 0 && (
        <ul aria-label={`Tools of ${name}`} className="border-t border-line">
          {tools.map((tool) => (
            <ToolRow key={tool.name} tool={tool} />
          ))}
        </ul>
      )}
    </section>
  );
}
