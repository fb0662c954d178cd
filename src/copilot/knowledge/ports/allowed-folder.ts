/** For providers that read this machine: a folder with its links resolved, refused outside the folders the owner allows. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { Failure } from '../../../kernel/errors.ts';

export function unreadable(place: string, cause: unknown): Failure {
  return new Failure('invalid', `${place} cannot be read. Give the whole path of a folder that exists.`, {
    code: 'pack_source_unreadable',
    cause,
  });
}

/** The real path of a folder inside one of `roots`. */
export async function allowedFolder(place: string, roots: readonly string[]): Promise<string> {
  const folder = await realpath(place).catch((cause: unknown) => {
    throw unreadable(place, cause);
  });
  for (const root of roots) {
    const inside = relative(await realpath(root).catch(() => root), folder);
    if (inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)) return folder;
  }
  const text = `${place} lies outside ${roots.join(', ')}. Allow its folder with NIMA_KNOWLEDGE_FOLDERS, or copy the pack.`;
  throw new Failure('forbidden', text, { code: 'pack_source_forbidden' });
}
