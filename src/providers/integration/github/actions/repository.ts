/** Reading a repository: what it is, its files, its history. All of it is what others wrote, so it is marked untrusted. */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { cut, githubAction, inRepository, nameOf, paged } from '../action.ts';
import { codeAnswer, commitAnswer, fileAnswer, folderAnswer, repositoryAnswer } from '../answers.ts';

const insidePath = z
  .string()
  .max(1000)
  .transform((path) => path.replace(/^\/+|\/+$/g, ''))
  .refine(
    (path) => !path.split('/').some((part) => part === '..' || part === '.'),
    'Write the path from the top of the repository.',
  );
const ref = z.string().optional().describe('Branch, tag or commit. Empty: the default branch.');

export const getRepo = githubAction({
  name: 'get_repo',
  summary: 'Look at a repository',
  effect: 'read',
  params: z.object(inRepository),
  preview: async (_, { at }) => `Read what ${nameOf(at)} is.`,
  async run(_, { github, at }) {
    const found = await github.send({ method: 'get', path: '/repos/{owner}/{repo}', at }, repositoryAnswer);
    const { html_url, private: is_private, ...rest } = found;
    return {
      summary: `${found.full_name}: ${found.description ?? 'no description'}`,
      data: { ...rest, url: html_url, is_private },
      isUntrusted: true,
    };
  },
});

export const readFile = githubAction({
  name: 'read_file',
  summary: 'Read a file of a repository',
  effect: 'read',
  params: z.object({
    ...inRepository,
    path: insidePath.refine(Boolean, 'Name the file.').describe('Path of the file.'),
    ref,
  }),
  preview: async ({ path }, { at }) => `Read ${path} of ${nameOf(at)}.`,
  async run({ path, ref }, { github, at }) {
    const query = ref ? { ref } : {};
    const answer = z.union([fileAnswer, folderAnswer]);
    const file = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/contents/{path}', at: { ...at, path }, query },
      answer,
    );
    if (Array.isArray(file) || file.type !== 'file') throw notAFile(path);
    // Above 1 MB GitHub sends no content (encoding "none"); such a file is not for reading in a chat.
    if (file.encoding !== 'base64' || file.content === undefined) throw tooLarge(path, file.size);
    const bytes = Buffer.from(file.content, 'base64');
    if (bytes.includes(0)) throw notText(path);
    const { text, is_cut } = cut(bytes.toString('utf8'));
    return {
      summary: `${path} of ${nameOf(at)}, ${file.size} bytes.`,
      data: { path, text, is_cut, sha: file.sha, url: file.html_url ?? null },
      isUntrusted: true,
    };
  },
});

const notAFile = (path: string) =>
  new Failure('invalid', `${path} is a folder or a link. Use list_files for folders.`, { code: 'github_not_a_file' });
const notText = (path: string) => new Failure('invalid', `${path} is not text.`, { code: 'github_not_text' });
const tooLarge = (path: string, size: number) =>
  new Failure('limit', `${path} has ${size} bytes; GitHub hands out files up to 1 MB. Clone the repository instead.`, {
    code: 'github_file_too_large',
  });

export const listFiles = githubAction({
  name: 'list_files',
  summary: 'List the files of a folder',
  effect: 'read',
  params: z.object({ ...inRepository, path: insidePath.default('').describe('Folder; empty for the top.'), ref }),
  preview: async ({ path }, { at }) => `List the files of ${nameOf(at)}/${path}.`,
  async run({ path, ref }, { github, at }) {
    const query = ref ? { ref } : {};
    const answer = z.union([folderAnswer, fileAnswer]);
    const found = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/contents/{path}', at: { ...at, path }, query },
      answer,
    );
    const files = (Array.isArray(found) ? found : [found]).map(({ type, path, size }) => ({ type, path, size }));
    return { summary: `${files.length} entries in ${nameOf(at)}/${path}.`, data: { files }, isUntrusted: true };
  },
});

export const searchCode = githubAction({
  name: 'search_code',
  summary: 'Search the code of a repository',
  effect: 'read',
  params: z.object({
    ...inRepository,
    query: z.string().trim().min(1).max(200).describe('Words or code to find.'),
    ...paged,
  }),
  preview: async ({ query }, { at }) => `Search ${nameOf(at)} for "${query}".`,
  async run({ query, page, per_page }, { github, at }) {
    // A qualifier among the words could widen the search to other repositories.
    const words = query.replaceAll(/\b(repo|org|user):\S+/gi, '').trim();
    const call = { q: `${words} repo:${nameOf(at)}`, page, per_page };
    const found = await github.send({ method: 'get', path: '/search/code', at: {} as never, query: call }, codeAnswer);
    const files = found.items.map(({ path, html_url }) => ({ path, url: html_url }));
    return {
      summary: `${found.total_count} files of ${nameOf(at)} hold "${words}".`,
      data: { total: found.total_count, files, page },
      isUntrusted: true,
    };
  },
});

export const listCommits = githubAction({
  name: 'list_commits',
  summary: 'List commits, newest first',
  effect: 'read',
  params: z.object({
    ...inRepository,
    ref,
    path: insidePath.optional().describe('Only commits that touch this path.'),
    since: z.iso.datetime({ offset: true }).optional().describe('Only commits after this time.'),
    ...paged,
  }),
  preview: async (_, { at }) => `List commits of ${nameOf(at)}.`,
  async run({ ref, path, since, page, per_page }, { github, at }) {
    const query = {
      page,
      per_page,
      ...(ref ? { sha: ref } : {}),
      ...(path ? { path } : {}),
      ...(since ? { since } : {}),
    };
    const found = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/commits', at, query },
      z.array(commitAnswer),
    );
    const commits = found.map(({ sha, html_url, commit: { message, author } }) => ({
      sha,
      subject: message.split('\n')[0],
      author: author?.name ?? null,
      date: author?.date ?? null,
      url: html_url,
    }));
    return {
      summary: `${commits.length} commits of ${nameOf(at)}.`,
      data: { commits, page, has_more: found.length === per_page },
      isUntrusted: true,
    };
  },
});
