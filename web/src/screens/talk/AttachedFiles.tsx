/** The files a turn came with: pictures as they are, the rest by name; each opens with what Nima read of it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attached } from '../../api/nima.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Mono } from '../../parts/Mono.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { sizeWords } from './draft-files.ts';

function useKept({ id, kind }: Attached, isWanted: boolean) {
  const { api } = useNima();
  return useQuery({
    queryKey: keys.attachment(id),
    queryFn: () => api.attachments.get({ id, with_content: kind === 'image' }),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

function OpenFile({ file, onClose }: { file: Attached; onClose: () => void }) {
  const { data, error } = useKept(file, true);
  return (
    <Dialog isOpen onClose={onClose} title={file.name} className="w-[min(720px,calc(100vw-32px))]">
      <p className="mt-1 text-small text-ink-3">
        {data ? `${data.media_type}, ${sizeWords(data.bytes)}` : (error?.message ?? 'Opening')}
      </p>
      {data?.content && (
        <img src={`data:${data.media_type};base64,${data.content}`} alt={file.name} className="mt-3 rounded-small" />
      )}
      {data && file.kind !== 'image' && (
        <div className="mt-3">
          <Mono label={`What Nima read of ${file.name}`} text={data.text || 'There is no text in it.'} />
          {data.is_truncated && (
            <p className="mt-2 text-small text-ink-2">It is longer than what is kept of its text.</p>
          )}
        </div>
      )}
    </Dialog>
  );
}

function FileButton({ file, onOpen }: { file: Attached; onOpen: () => void }) {
  const { data, isError } = useKept(file, file.kind === 'image');
  const isPicture = file.kind === 'image' && data?.content;
  return (
    <button
      type="button"
      aria-label={`Open ${file.name}`}
      onClick={onOpen}
      className="flex max-w-60 items-center gap-2 overflow-hidden rounded-small border border-line bg-raised text-small text-ink-2 hover:border-edge hover:text-ink"
    >
      {isPicture ? (
        <img
          src={`data:${data.media_type};base64,${data.content}`}
          alt=""
          className="max-h-40 max-w-60 object-contain"
        />
      ) : (
        <span className="flex min-h-9 min-w-0 items-center gap-2 px-2.5">
          <Icon name="file" size={16} />
          <span className="truncate">
            {file.name}
            {isError && ', removed'}
          </span>
        </span>
      )}
    </button>
  );
}

export function AttachedFiles({ files }: { files: readonly Attached[] }) {
  const [open, setOpen] = useState<Attached | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <ul aria-label="Files" className="mb-1.5 flex max-w-full flex-wrap justify-end gap-1.5">
        {files.map((file) => (
          <li key={file.id} className="min-w-0">
            <FileButton file={file} onOpen={() => setOpen(file)} />
          </li>
        ))}
      </ul>
      {open && <OpenFile file={open} onClose={() => setOpen(null)} />}
    </>
  );
}
