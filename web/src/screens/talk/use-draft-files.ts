/** The files of a message being written: kept by Nima as soon as they are added, taken out again with one click. */
import { useEffect, useRef, useState } from 'react';
import { NimaError } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { attachedOf, base64Of, type DraftFile, FILES_MAX } from './draft-files.ts';

const begun = (file: File): DraftFile => ({
  key: crypto.randomUUID?.() ?? `${file.name} ${file.lastModified} ${Math.random()}`,
  name: file.name || 'pasted',
  bytes: file.size,
  preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
  state: 'sending',
  kept: null,
  problem: '',
});

function letGo(files: readonly DraftFile[]): void {
  for (const { preview } of files) if (preview) URL.revokeObjectURL(preview);
}

const refused = (error: unknown): Partial<DraftFile> => ({
  state: 'refused',
  problem: error instanceof NimaError ? error.message : 'It did not reach Nima. Add it again.',
});

export function useDraftFiles() {
  const { api } = useNima();
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  const shown = useRef(files);
  shown.current = files;
  useEffect(() => () => letGo(shown.current), []);
  const change = (key: string, about: Partial<DraftFile>) =>
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, ...about } : file)));
  const send = async (file: File, { key, name }: DraftFile) => {
    try {
      const content = await base64Of(file);
      const kept = await api.attachments.create({ name, content, ...(file.type ? { media_type: file.type } : {}) });
      change(key, { state: 'kept', kept, name: kept.name });
    } catch (error) {
      change(key, refused(error));
    }
  };
  return {
    files,
    attached: files.flatMap(({ kept }) => (kept ? [attachedOf(kept)] : [])),
    isSending: files.some(({ state }) => state === 'sending'),
    add: (chosen: readonly File[]) => {
      const room = FILES_MAX - files.length;
      const drafts = chosen.map(begun);
      const tooMany = { state: 'refused', problem: `A message takes up to ${FILES_MAX} files.` } as const;
      setFiles((now) => [...now, ...drafts.map((draft, at) => (at < room ? draft : { ...draft, ...tooMany }))]);
      chosen.slice(0, Math.max(0, room)).forEach((file, at) => {
        const draft = drafts[at];
        if (draft) send(file, draft);
      });
    },
    remove: ({ key, kept }: DraftFile) => {
      setFiles((now) => now.filter((file) => file.key !== key));
      // Nobody waits for it; what stays behind is listed with the attachments.
      if (kept) api.attachments.remove({ id: kept.id }).catch(() => undefined);
    },
    clear: () => setFiles([]),
  };
}
export type DraftFiles = ReturnType<typeof useDraftFiles>;
