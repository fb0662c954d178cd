/** Keeps what was derived from packs as files of one folder. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackShelf } from '../../../copilot/knowledge/ports/pack-shelf.ts';

export function folderShelf(folder: string): PackShelf {
  return {
    async read(name) {
      // A cache that cannot be read is as good as an empty one.
      return readFile(join(folder, name)).catch(() => null);
    },
    async write(name, bytes) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.${crypto.randomUUID()}`;
      try {
        await writeFile(unfinished, bytes, { mode: 0o600 });
        await rename(unfinished, path);
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw cause;
      }
      return path;
    },
    remove: (name) => rm(join(folder, name), { recursive: true, force: true }),
  };
}
