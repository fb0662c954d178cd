/** The packs that come with Nima, read from `packs/knowledge` when first asked for: manifests to choose by, then content. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, manifestSchema, type PackContent } from '../format/content.ts';
import { check, parseYaml } from '../format/parse.ts';
import { faultText, readPack } from '../format/read-pack.ts';
import type { OpenedPack, PackEntry } from '../ports/pack-source.ts';

/** Once per key; a failure is not kept, so mending the file is enough. */
class Once<T> {
  readonly #kept = new Map<string, Promise<T>>();

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) return known;
    const made = make().catch((cause: unknown) => {
      this.#kept.delete(key);
      throw cause;
    });
    this.#kept.set(key, made);
    return made;
  }
}

export class ShippedPacks {
  readonly #folder: string;
  readonly #manifests = new Once<ReadonlyMap<string, Manifest>>();
  readonly #contents = new Once<PackContent>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** By id, in order. Reads `pack.yaml` only. */
  manifests(): Promise<ReadonlyMap<string, Manifest>> {
    return this.#manifests.get('', async () => {
      const ids = (await readdir(this.#folder)).toSorted();
      return new Map(await Promise.all(ids.map(async (id) => [id, await this.#manifest(id)] as const)));
    });
  }

  content(id: string): Promise<PackContent> {
    return this.#contents.get(id, async () => {
      const read = await readPack(await this.#open(id));
      if ('value' in read) return read.value;
      throw new Error(`packs/knowledge/${id} is broken. ${read.faults.map(faultText).join('; ')}`);
    });
  }

  async #manifest(id: string): Promise<Manifest> {
    const file = 'pack.yaml';
    const parsed = await parseYaml(file, await readFile(join(this.#folder, id, file), 'utf8'));
    const read = 'value' in parsed ? check(manifestSchema, parsed.value, { file, root: '' }) : parsed;
    if ('value' in read && read.value.id === id) return read.value;
    const why = 'faults' in read ? read.faults.map(faultText).join('; ') : `its id is ${read.value.id}`;
    throw new Error(`packs/knowledge/${id}/pack.yaml is broken: ${why}`);
  }

  async #open(id: string): Promise<OpenedPack> {
    const folder = join(this.#folder, id);
    const entries = await Promise.all(
      (await readdir(folder)).map(async (name): Promise<PackEntry> => {
        const about = await stat(join(folder, name));
        return { name, kind: about.isFile() ? 'file' : 'other', bytes: about.size };
      }),
    );
    return { entries, revision: null, read: (name) => readFile(join(folder, name)), close: async () => undefined };
  }
}

export const shippedPacks = new ShippedPacks(join(import.meta.dirname, '../../../../packs/knowledge'));
