/** Packs from a folder of this machine. Only inside the folders the settings allow, with links resolved first. */
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { allowedFolder, unreadable } from '../../../copilot/knowledge/ports/allowed-folder.ts';
import type { OpenedPack, PackEntry, PackSource } from '../../../copilot/knowledge/ports/pack-source.ts';

/** Enough to show what is wrong with a folder that is no pack. */
const ENTRIES_MAX = 200;
/** The working copy of a pack under version control holds this; it is not part of the pack. */
const IGNORED: ReadonlySet<string> = new Set(['.git']);

async function entryOf(folder: string, name: string): Promise<PackEntry> {
  const about = await lstat(join(folder, name));
  const bytes = about.size;
  if (about.isSymbolicLink()) return { name, kind: 'symlink', bytes };
  if (about.isDirectory()) return { name, kind: 'folder', bytes };
  if (!about.isFile()) return { name, kind: 'other', bytes };
  return { name, kind: (about.mode & 0o111) === 0 ? 'file' : 'executable', bytes };
}

/** Reads exactly what was listed: a file swapped for a link or a longer one after the look is refused. */
async function readListed(folder: string, { name, bytes }: PackEntry): Promise<Uint8Array> {
  const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const about = await file.stat();
    if (!about.isFile() || about.size !== bytes) throw unreadable(join(folder, name), 'It changed while it was read.');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** `roots`: the folders packs may be read from. */
export function folderSource(roots: readonly string[]): PackSource {
  return {
    accepts: (place) => !/^[a-z][a-z0-9+.-]*:/i.test(place) && !/^[^/]+@[^/]+:/.test(place),
    canonical: (place) => resolve(place),
    async open(place, signal): Promise<OpenedPack> {
      signal.throwIfAborted();
      const folder = await allowedFolder(resolve(place), roots);
      const names = await readdir(folder).catch((cause: unknown) => {
        throw unreadable(place, cause);
      });
      const wanted = names.filter((name) => !IGNORED.has(name)).slice(0, ENTRIES_MAX);
      const entries = await Promise.all(wanted.map((name) => entryOf(folder, name)));
      return {
        entries,
        revision: null,
        async read(name) {
          const entry = entries.find((each) => each.name === name);
          if (!entry) throw new Error(`${name} was not listed.`);
          return readListed(folder, entry);
        },
        close: async () => undefined,
      };
    },
  };
}
