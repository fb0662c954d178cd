/** What can be done with an installed pack: bring its new version, go back, remove it. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PackInFull, PackUpdate } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { Mono } from '../../parts/Mono.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { changeWords, diffOf } from './pack-words.ts';

interface UpdateDialogProps {
  update: PackUpdate;
  onApply: () => void;
  onClose: () => void;
}

function UpdateDialog({ update, onApply, onClose }: UpdateDialogProps) {
  const { from_version, to_version, to_hash, changes } = update;
  const diff = diffOf(changes);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${update.name}: ${from_version} → ${to_version}`}
      description={`${changeWords(changes)}. You can go back afterwards.`}
      className="w-[min(640px,calc(100vw-32px))]"
    >
      <div className="mt-3 flex flex-col gap-3">
        {diff && <Mono label="What changes" text={diff} isDiff />}
        <p className="font-mono text-small text-ink-3 wrap-anywhere">{to_hash}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave as it is</Button>
          <Button look="go" onClick={onApply}>
            Update
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function useUpdate({ id, name }: PackInFull) {
  const { api, toasts } = useNima();
  const act = useAct(keys.packs);
  const [update, setUpdate] = useState<PackUpdate | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { packs } = api.knowledge;
  return {
    ...{ update, isBusy },
    close: () => setUpdate(null),
    look: async () => {
      setBusy(true);
      try {
        const found = await packs.update({ id });
        if (found.is_newer) setUpdate(found);
        else toasts.say(`${name} is as new as its source.`);
      } catch (error) {
        toasts.say((error as Error).message.replaceAll('`', ''));
      }
      setBusy(false);
    },
    apply: () => {
      const expected = update ? { expect_hash: update.to_hash } : {};
      setUpdate(null);
      return act(
        () => packs.update({ id, apply: true, ...expected }),
        `${name} is updated`,
        () => packs.rollback({ id }),
      );
    },
    rollback: () => act(() => packs.rollback({ id }), `${name}: back to the version before`),
  };
}

export function PackActs({ pack }: { pack: PackInFull }) {
  const { api } = useNima();
  const act = useAct(keys.packs);
  const navigate = useNavigate();
  const [isRemoving, setRemoving] = useState(false);
  const { update, isBusy, close, look, apply, rollback } = useUpdate(pack);
  const { id, name, versions } = pack;
  const remove = async () => {
    setRemoving(false);
    if (await act(() => api.knowledge.packs.remove({ id }), `Removed: ${name}`)) navigate('/knowledge');
  };
  return (
    <div className="flex items-center gap-2">
      <Button icon="download" disabled={isBusy} onClick={look}>
        Look for an update
      </Button>
      <Menu trigger={<IconButton icon="more" label={`More for ${name}`} />}>
        {versions.length > 1 && !versions.at(-1)?.is_current && (
          <MenuItem icon="undo" onSelect={rollback}>
            Go back a version
          </MenuItem>
        )}
        <MenuItem icon="remove" isDestroying onSelect={() => setRemoving(true)}>
          Remove
        </MenuItem>
      </Menu>
      {update && <UpdateDialog update={update} onApply={apply} onClose={close} />}
      <Confirm
        isOpen={isRemoving}
        title={`Remove "${name}"?`}
        description={`It and its earlier versions are removed here. You can install it again from ${pack.source}.`}
        act="Remove pack"
        onClose={() => setRemoving(false)}
        onConfirm={remove}
      />
    </div>
  );
}
