/** The fence around folders: a path starts with the name of a root and never leads out of it, links included. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../../kernel/errors.ts';

export interface Placed {
  readonly path: string;
  readonly root: string;
  readonly below: string;
}

const outside = (path: string): Failure =>
  new Failure('forbidden', `${path} leads out of its folder. Nima stays inside the folders it was given.`, {
    code: 'outside_roots',
    details: { path },
  });

function unknownRoot(name: string, roots: Readonly<Record<string, string>>): Failure {
  const known = Object.keys(roots).join(', ');
  const text = known
    ? `There is no folder ${name}. A path starts with one of: ${known}.`
    : 'No folder is open to Nima. Name one under `roots` of this integration in nima.yaml.';
  return new Failure('not_found', text, { code: 'root_unknown', details: { name } });
}

/** Links resolved as far as the path exists; the rest is only names. */
async function realest(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    const parent = dirname(path);
    return parent === path ? path : join(await realest(parent), basename(path));
  }
}

const isWithin = (root: string, path: string): boolean => path === root || path.startsWith(root + sep);

export async function placeIn(roots: Readonly<Record<string, string>>, path: string): Promise<Placed> {
  const [name = '', ...rest] = path.split('/').filter((part) => part !== '' && part !== '.');
  const given = roots[name];
  if (given === undefined) throw unknownRoot(name, roots);
  if (rest.some((part) => part === '..' || part.includes('\0'))) throw outside(path);
  const root = await realest(resolve(given));
  const real = await realest(resolve(root, ...rest)).catch((cause: unknown) => {
    throw new Failure('invalid', `${path} cannot be looked up.`, { code: 'path_unusable', cause });
  });
  if (!isWithin(root, real)) throw outside(path);
  return { path: real, root, below: relative(root, real) };
}
