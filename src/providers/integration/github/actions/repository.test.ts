import { expect, test } from 'vitest';
import { aGithub } from '../fixtures.ts';

test('what a file says is handed on as data of others', async () => {
  const { act } = await aGithub();
  const read = await act('read_file', { path: '/README.md' });
  expect(read).toMatchObject({ isUntrusted: true, data: { path: 'README.md', is_cut: false } });
  expect(read.data.text).toContain('# Nima');
});

test('a folder is listed, and is not read as a file', async () => {
  const { act } = await aGithub();
  expect((await act('list_files', { path: 'k8s' })).data.files).toMatchObject([{ path: 'k8s/deploy.yaml' }]);
  await expect(act('read_file', { path: 'k8s' })).rejects.toMatchObject({ code: 'github_not_a_file' });
});

test('a long file is cut and says so; one too large or not text is refused', async () => {
  const { act, house } = await aGithub();
  house.files.set('long.txt', 'x'.repeat(300_000)).set('huge.bin', 'x'.repeat(1_000_001)).set('a.png', '\0\0PNG');
  expect((await act('read_file', { path: 'long.txt' })).data.is_cut).toBe(true);
  await expect(act('read_file', { path: 'huge.bin' })).rejects.toMatchObject({ kind: 'limit' });
  await expect(act('read_file', { path: 'a.png' })).rejects.toMatchObject({ code: 'github_not_text' });
});

test.each(['../../user', 'k8s/../../x', './x'])('the path %s does not leave the repository', async (path) => {
  const { act, server } = await aGithub();
  await expect(act('read_file', { path })).rejects.toThrow();
  expect(server.asked).toEqual([]);
});

test.each(['../nima', 'raolivei/..', 'a/b/c', 'nima?x=1', ''])('%s is no repository', async (repo) => {
  const { act, server } = await aGithub();
  await expect(act('get_repo', { repo })).rejects.toThrow();
  expect(server.asked).toEqual([]);
});

test('a search stays in its repository', async () => {
  const { act, server } = await aGithub();
  await act('search_code', { query: 'memory repo:someone/else org:others' });
  expect(server.asked[0]?.query.get('q')).toBe('memory repo:raolivei/nima');
});

test('the repository, its commits and its runs are told', async () => {
  const { act } = await aGithub();
  expect((await act('get_repo')).data).toMatchObject({ default_branch: 'main', is_private: true });
  expect((await act('list_commits', { ref: 'main' })).data.commits).toMatchObject([
    { subject: 'feat(memory): recall' },
  ]);
  expect((await act('list_runs', { branch: 'main' })).data.runs).toMatchObject([{ id: 42, attempt: 2 }]);
  expect((await act('get_run', { run_id: 42 })).summary).toBe('Run 42 "Add memory engine" is failure.');
});

test('a repository without an owner asks whose it is', async () => {
  const { act } = await aGithub();
  await expect(act('get_repo', {}, { config: { owner: undefined } })).rejects.toMatchObject({
    code: 'github_owner_missing',
  });
});
