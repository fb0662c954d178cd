/** Everything remembered, as a file that belongs to the person. */
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useNima } from '../../shell/nima-context.ts';

export function ExportButton() {
  const { api, toasts } = useNima();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const memory = await api.memory.facts.export({});
      const name = `nima-memory-${memory.exported_at.slice(0, 10)}.json`;
      saveFile(name, JSON.stringify(memory, null, 2), 'application/json');
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
