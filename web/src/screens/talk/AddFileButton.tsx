/** Chooses files of this machine for the message. */
import { useRef } from 'react';
import { IconButton } from '../../parts/Button.tsx';

export function AddFileButton({ onAdd }: { onAdd: (files: readonly File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon="attach"
        label="Add files or pictures"
        className="mb-0.5 pointer-coarse:mb-0"
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files for the message"
        onChange={({ target }) => {
          onAdd([...(target.files ?? [])]);
          // The same file may be chosen again after it was taken out.
          target.value = '';
        }}
      />
    </>
  );
}
