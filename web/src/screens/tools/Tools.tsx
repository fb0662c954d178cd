/** The room of tools: servers the owner connected, what they offer, and how far each tool is trusted. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { RoomFrame } from '../../shell/RoomFrame.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { ServerCard } from './ServerCard.tsx';
import { Webhooks } from './Webhooks.tsx';

function Servers() {
  const { api } = useNima();
  const servers = useQuery({ queryKey: keys.toolServers, queryFn: () => api.tools.servers.list({}) });
  const offered = useQuery({ queryKey: keys.toolsOffered, queryFn: () => api.tools.list({}) });
  const error = servers.error ?? offered.error;
  if (error && !(servers.data && offered.data)) {
    const retry = () => Promise.all([servers.refetch(), offered.refetch()]);
    return <Failed text="The servers did not come." error={error} onRetry={retry} />;
  }
  if (!servers.data || !offered.data) return <Waiting text="Opening the servers" />;
  const { tools } = offered.data;
  if (servers.data.servers.length === 0) {
    return (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
        No server is connected. Connect one that speaks MCP, and its tools can be used in talk; each asks you first.
      </p>
    );
  }
  return servers.data.servers.map((server) => (
    <ServerCard key={server.id} server={server} tools={tools.filter(({ server: name }) => name === server.name)} />
  ));
}

export function Tools() {
  const [isConnecting, setConnecting] = useState(false);
  return (
    <RoomFrame name="Tools">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-60 text-small text-ink-2">
          Tools of others, over MCP. What they say is data, never an instruction.
        </p>
        <Button look="go" icon="plus" onClick={() => setConnecting(true)}>
          Connect a server
        </Button>
      </div>
      <Servers />
      <Webhooks />
      <Dialog
        isOpen={isConnecting}
        onClose={() => setConnecting(false)}
        title="Connect a server"
        className="top-[8dvh] max-h-[84dvh]"
      >
        <ConnectForm onDone={() => setConnecting(false)} />
      </Dialog>
    </RoomFrame>
  );
}
