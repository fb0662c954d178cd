/** Everything remembered, as a file that belongs to the person. */
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';

function save(name: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

export function ExportButton() {
  const { api, toasts } = useNima();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const memory = await api.memory.facts.export({});
      save(`nima-memory-${memory.exported_at.slice(0, 10)}.json`, memory);
    } catch (error) {
      toasts.say(`Not exported. ${(error as Error).message}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button look="quiet" icon="download" disabled={isBusy} onClick={download}>
      Export
    </Button>
  );
}
