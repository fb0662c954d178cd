import { expect, test } from 'vitest';
import { aHouse } from '../../../../../test/support/github-server.ts';
import { aGithub } from '../fixtures.ts';

const seed = { title: 'Add memory engine', body: 'Implements core memory engine' };

test("the seed's example opens a pull request from the branch called after its title", async () => {
  const { act, house } = await aGithub();
  const done = await act('create_pr', seed);
  expect(done.summary).toBe('Pull request #1 is open in raolivei/nima: https://github.com/raolivei/nima/pull/1');
  expect(done.data).toMatchObject({ number: 1, head: 'feature/memory-engine', base: 'main', is_existing: false });
  expect(house.pulls[0]).toMatchObject({ title: seed.title, body: `${seed.body}\n\n<!-- nima:task-1 -->` });
});

test('a second try finds the pull request the first one opened', async () => {
  const { act, house } = await aGithub();
  await act('create_pr', seed);
  expect((await act('create_pr', seed, { attempt: 2 })).data).toMatchObject({ number: 1, is_existing: true });
  expect(house.pulls).toHaveLength(1);
});

test('a title no branch is called after is asked about, with the branches there are', async () => {
  const { act } = await aGithub();
  await expect(act('create_pr', { title: 'Tidy up' })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'github_head_unclear',
    message: expect.stringContaining('feature/memory-engine'),
  });
});

test('a head that was never pushed is refused in the words of GitHub', async () => {
  const { act } = await aGithub();
  await expect(act('create_pr', { ...seed, head: 'feature/gone' })).rejects.toMatchObject({
    kind: 'invalid',
    message: 'GitHub rejected it: Validation Failed: head invalid.',
  });
});

test('a branch is not merged into itself', async () => {
  const { act } = await aGithub();
  await expect(act('create_pr', { ...seed, head: 'main' })).rejects.toMatchObject({ code: 'github_same_branch' });
});

test('a person sees from where to where before it is opened', async () => {
  const { preview, server } = await aGithub();
  expect(await preview('create_pr', seed)).toBe(
    'Open the pull request "Add memory engine" in raolivei/nima: feature/memory-engine into main.',
  );
  expect(server.asked.every(({ method }) => method === 'GET')).toBe(true);
});

test('a pull request is listed, read and merged at the commit that was looked at', async () => {
  const { act, preview, house } = await aGithub();
  await act('create_pr', seed);
  expect((await act('list_prs')).data).toMatchObject({ pulls: [{ number: 1, state: 'open' }], has_more: false });
  const read = await act('get_pr', { number: 1 });
  expect(read).toMatchObject({ isUntrusted: true, data: { body: 'Implements core memory engine' } });
  expect(await preview('merge_pr', { number: 1 })).toContain(
    'feature/memory-engine (at whatever it is then, now aaaaaaa) into main',
  );
  expect(await preview('merge_pr', { number: 1, sha: read.data.head_sha })).toContain('(at aaaaaaa)');
  await act('merge_pr', { number: 1, sha: read.data.head_sha });
  expect(house.pulls[0]).toMatchObject({ merged: true });
  expect((await act('merge_pr', { number: 1 })).data).toMatchObject({ is_existing: true });
});

test('what changed since it was looked at is not merged', async () => {
  const { act } = await aGithub();
  await act('create_pr', seed);
  await expect(act('merge_pr', { number: 1, sha: 'f'.repeat(40) })).rejects.toMatchObject({ kind: 'conflict' });
});

test('what GitHub cannot merge is a conflict', async () => {
  const house = aHouse();
  const { act } = await aGithub(house);
  await act('create_pr', seed);
  Object.assign(house.pulls[0] ?? {}, { mergeable: false });
  await expect(act('merge_pr', { number: 1 })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'github_not_mergeable',
  });
});
