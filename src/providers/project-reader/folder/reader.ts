/** Fills the port to projects from folders of this machine; a git repository also tells its history. Reads only. */
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { ProjectReader } from '../../../copilot/workspace/ports/project-reader.ts';
import { Failure } from '../../../kernel/errors.ts';
import { historyOf } from './history.ts';
import { tellingFiles } from './telling-files.ts';

const NO_HISTORY = { commits: [], branches: [], changes: [] };

const invalid = (text: string, cause?: unknown): Failure =>
  new Failure('invalid', text, { code: 'project_folder_unusable', cause });

async function folderAt(path: string): Promise<string> {
  if (!isAbsolute(path)) throw invalid(`Give the whole path of the folder, such as /home/you/code/${path}.`);
  const folder = await realpath(path).catch((cause: unknown) => {
    throw invalid(`${path} cannot be read. Check that the folder is there and that Nima may open it.`, cause);
  });
  if (!(await stat(folder)).isDirectory()) throw invalid(`${path} is a file. Give the folder it stands in.`);
  return folder;
}

/** A folder inside a larger repository is read as a plain folder: its history is not its own. */
const isRepository = (folder: string): Promise<boolean> =>
  stat(join(folder, '.git')).then(
    () => true,
    () => false,
  );

export const folderReader: ProjectReader = {
  async read(path, signal) {
    const folder = await folderAt(path);
    const isGit = await isRepository(folder);
    const history = isGit ? await historyOf(folder, signal) : NO_HISTORY;
    return { path: folder, kind: isGit ? 'git' : 'folder', ...history, ...(await tellingFiles(folder, signal)) };
  },
};
