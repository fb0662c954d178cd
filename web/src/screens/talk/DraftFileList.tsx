/** The files of a message being written: name, size, how far they are, and the way to take each out. */
import { IconButton } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { type DraftFile, sizeWords } from './draft-files.ts';

function FileChip({ file, onRemove }: { file: DraftFile; onRemove: () => void }) {
  const { name, bytes, preview, state, problem } = file;
  return (
    <li
      className={joinClasses(
        'flex max-w-full items-center gap-2 rounded-small border py-1 pr-1 pl-1.5 text-small',
        state === 'refused' ? 'border-clay/40 bg-clay-soft' : 'border-line bg-sunken',
      )}
    >
      {preview && state !== 'refused' ? (
        <img src={preview} alt="" className="size-9 shrink-0 rounded-[6px] object-cover" />
      ) : (
        <span className="text-ink-3">
          <Icon name="file" />
        </span>
      )}
      <span className="min-w-0">
        <span className="block truncate">{name}</span>
        {state === 'refused' ? (
          <span role="alert" className="block text-clay">
            {problem}
          </span>
        ) : (
          <span className="block text-ink-3">{state === 'sending' ? 'Reading' : sizeWords(bytes)}</span>
        )}
        {state === 'sending' && <progress aria-label={`Reading ${name}`} className="block h-1 w-24 accent-moss" />}
      </span>
      <IconButton icon="close" label={`Take out ${name}`} size={15} onClick={onRemove} />
    </li>
  );
}

export function DraftFileList({
  files,
  onRemove,
}: {
  files: readonly DraftFile[];
  onRemove: (file: DraftFile) => void;
}) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files of this message" className="flex flex-wrap gap-2 px-2 pt-2 pb-1">
      {files.map((file) => (
        <FileChip key={file.key} file={file} onRemove={() => onRemove(file)} />
      ))}
    </ul>
  );
}
