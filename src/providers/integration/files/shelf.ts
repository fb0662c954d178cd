/** Reading and writing inside the roots: whole files, replaced at once, the old one kept in the trash. */
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Work } from '../../../copilot/tasks/ports/integration.ts';
import type { Machine, Placed } from '../../../copilot/tasks/ports/machine.ts';
import { Failure } from '../../../kernel/errors.ts';
import { configOf, TRASH } from './config.ts';

const missing = (path: string): Failure =>
  new Failure('not_found', `There is no ${path}.`, { code: 'file_unknown', details: { path } });

const tooLarge = (path: string, bytes: number, max: number): Failure =>
  new Failure('invalid', `${path} has ${bytes} bytes, more than the ${max} this integration handles.`, {
    code: 'file_too_large',
  });

interface Shelved extends Placed {
  /** Of its root. */
  readonly name: string;
}

export class Shelf {
  readonly #machine: Machine;
  readonly #work: Work;

  constructor(machine: Machine, work: Work) {
    this.#machine = machine;
    this.#work = work;
  }

  async place(path: string): Promise<Shelved> {
    const placed = await this.#machine.place(configOf(this.#work).roots, path);
    return { ...placed, name: path.split('/').find((part) => part !== '' && part !== '.') ?? '' };
  }

  /** The text of a file; null when there is none. Throws when it is no text, too large or a folder. */
  async find(path: string): Promise<string | null> {
    const { fileBytesMax } = configOf(this.#work);
    const { path: real } = await this.place(path);
    const about = await stat(real).catch(() => null);
    if (!about) return null;
    if (!about.isFile()) throw new Failure('invalid', `${path} is no file.`, { code: 'not_a_file' });
    if (about.size > fileBytesMax) throw tooLarge(path, about.size, fileBytesMax);
    const bytes = await readFile(real, { signal: this.#work.signal });
    if (bytes.includes(0)) throw new Failure('invalid', `${path} is no text.`, { code: 'not_text' });
    return bytes.toString('utf8');
  }

  async read(path: string): Promise<string> {
    const text = await this.find(path);
    if (text === null) throw missing(path);
    return text;
  }

  /** Replaces the file at once; half a file is never seen. Returns where the old one is kept, if there was one. */
  async write(path: string, text: string): Promise<string | null> {
    const { fileBytesMax } = configOf(this.#work);
    const bytes = Buffer.byteLength(text);
    if (bytes > fileBytesMax) throw tooLarge(path, bytes, fileBytesMax);
    const placed = await this.place(path);
    if (placed.below === '') throw new Failure('invalid', `${path} is a folder.`, { code: 'not_a_file' });
    const kept = (await this.exists(placed)) ? await this.#keep(placed, 'copy') : null;
    await mkdir(dirname(placed.path), { recursive: true });
    const draft = `${placed.path}.nima-${this.#work.idempotencyKey.replaceAll(/[^\w-]/g, '_')}`;
    const file = await open(
      draft,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW,
      0o600,
    );
    try {
      await file.writeFile(text);
      await file.sync();
      const mode = kept === null ? 0o644 : (await stat(placed.path)).mode;
      await file.chmod(mode);
    } finally {
      await file.close();
    }
    this.#work.signal.throwIfAborted();
    await rename(draft, placed.path).catch(async (cause: unknown) => {
      await unlink(draft).catch(() => undefined);
      throw cause;
    });
    return kept;
  }

  async exists({ path }: Placed): Promise<boolean> {
    return (await lstat(path).catch(() => null)) !== null;
  }

  /** Moves to the trash; returns the path there, by which it can be moved back. */
  async remove(path: string): Promise<string> {
    const placed = await this.place(path);
    if (placed.below === '') throw new Failure('forbidden', `${path} is a root; it stays.`, { code: 'root_stays' });
    if (!(await this.exists(placed))) throw missing(path);
    return this.#keep(placed, 'move');
  }

  async move(from: string, to: string, mayOverwrite: boolean): Promise<string | null> {
    const [source, target] = [await this.place(from), await this.place(to)];
    if (source.below === '' || target.below === '') {
      throw new Failure('forbidden', 'A root stays where it is.', { code: 'root_stays' });
    }
    if (!(await this.exists(source))) throw missing(from);
    const isTaken = await this.exists(target);
    if (isTaken && !mayOverwrite) {
      throw new Failure('conflict', `${to} is there already. Say overwrite to replace it.`, { code: 'file_exists' });
    }
    const kept = isTaken ? await this.#keep(target, 'move') : null;
    await mkdir(dirname(target.path), { recursive: true });
    await rename(source.path, target.path);
    return kept;
  }

  /** Where the trash of this task keeps a file: a path a later task can name. */
  trashOf({ root, below, name }: Shelved): { readonly real: string; readonly path: string } {
    const key = this.#work.idempotencyKey.replaceAll(/[^\w-]/g, '_');
    const inside = join(TRASH, key, below.replaceAll('/', '__'));
    return { real: join(root, inside), path: `${name}/${inside}` };
  }

  async #keep(placed: Shelved, how: 'copy' | 'move'): Promise<string> {
    const { real, path } = this.trashOf(placed);
    await mkdir(dirname(real), { recursive: true, mode: 0o700 });
    if (how === 'copy') await copyFile(placed.path, real);
    else await rename(placed.path, real);
    return path;
  }
}
