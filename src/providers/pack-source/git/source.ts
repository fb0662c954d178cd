/**
 * Packs from a git repository. The newest commit is fetched bare and its top level read as objects; nothing is ever
 * checked out, so links, submodules, hooks, filters and paths in it stay mere names.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allowedFolder } from '../../../copilot/knowledge/ports/allowed-folder.ts';
import type { OpenedPack, PackEntry, PackSource } from '../../../copilot/knowledge/ports/pack-source.ts';
import { acceptsPlace, type GitPlace, readPlace } from './place.ts';
import { runGit } from './run-git.ts';

export interface GitSourceOptions {
  /** The address a host may be reached at; throws for hosts that must not be reached. */
  readonly addressOf: (host: string) => Promise<string>;
  /** Folders that repositories of this machine may lie in. */
  readonly roots: readonly string[];
}

/** A listing longer than this is no pack's. */
const LISTING_BYTES_MAX = 1_048_576;
const OBJECT = /^[0-9a-f]{40,64}$/;

const KIND_OF_MODE: Readonly<Record<string, PackEntry['kind']>> = {
  '100644': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
  '040000': 'folder',
};

interface TreeEntry extends PackEntry {
  readonly object: string;
}

/** `100644 blob <object>     123\tpack.yaml`, each ended by NUL. */
function entriesOf(listing: Buffer): TreeEntry[] {
  const lines = listing.toString('utf8').split('\0').filter(Boolean);
  return lines.map((line) => {
    const [about = '', ...name] = line.split('\t');
    const [mode = '', , object = '', size = ''] = about.split(/ +/);
    return { name: name.join('\t'), kind: KIND_OF_MODE[mode] ?? 'other', object, bytes: Number(size) || 0 };
  });
}

/** Settings that allow this one protocol, and this one address for its host. */
async function configFor(place: GitPlace, { addressOf, roots }: GitSourceOptions): Promise<string[]> {
  const { protocol, url, host, port } = place;
  const allowed = `protocol.${protocol}.allow=always`;
  if (protocol === 'file') {
    await allowedFolder(fileURLToPath(url), roots);
    return [allowed];
  }
  const address = await addressOf(host);
  if (protocol === 'https') return [allowed, `http.curloptResolve=${host}:${port}:${address}`];
  return [allowed, `core.sshCommand=ssh -oBatchMode=yes -oHostName=${address} -oHostKeyAlias=${host}`];
}

async function fetchBare(place: GitPlace, options: GitSourceOptions, at: { folder: string; signal: AbortSignal }) {
  const config = await configFor(place, options);
  const branch = place.ref === null ? [] : ['--branch', place.ref];
  const shallow = ['--bare', '--depth', '1', '--single-branch', '--no-tags', '--quiet'];
  const args = ['clone', ...shallow, ...branch, '--', place.url, at.folder];
  await runGit({ args, config, bytesMax: LISTING_BYTES_MAX }, at.signal);
}

async function openAt(folder: string, signal: AbortSignal): Promise<Omit<OpenedPack, 'close'>> {
  const git = (args: readonly string[], bytesMax: number) =>
    runGit({ args: ['--git-dir', folder, ...args], bytesMax }, signal);
  const revision = (await git(['rev-parse', '--verify', 'HEAD^{commit}'], LISTING_BYTES_MAX)).toString().trim();
  const entries = entriesOf(await git(['ls-tree', '-z', '--long', '--full-tree', revision], LISTING_BYTES_MAX));
  return {
    revision,
    entries: entries.map(({ object: _object, ...entry }) => entry),
    async read(name) {
      const entry = entries.find((each) => each.name === name);
      if (!entry || !OBJECT.test(entry.object)) throw new Error(`${name} was not listed.`);
      return git(['cat-file', 'blob', entry.object], entry.bytes);
    },
  };
}

export function gitSource(options: GitSourceOptions): PackSource {
  return {
    accepts: acceptsPlace,
    canonical: (place) => place,
    async open(place, signal) {
      const folder = await mkdtemp(join(tmpdir(), 'nima-pack-'));
      const close = () => rm(folder, { recursive: true, force: true });
      try {
        await fetchBare(readPlace(place), options, { folder, signal });
        return { ...(await openAt(folder, signal)), close };
      } catch (cause) {
        await close();
        throw cause;
      }
    },
  };
}
