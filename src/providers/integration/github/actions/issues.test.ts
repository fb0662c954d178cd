import { expect, test } from 'vitest';
import { aGithub } from '../fixtures.ts';

const leak = { title: 'Pod keeps restarting', body: 'OOMKilled on node-2', labels: ['bug'] };

test('an issue is opened once, however often the task is tried', async () => {
  const { act, house } = await aGithub();
  expect((await act('create_issue', leak)).data).toMatchObject({ number: 1, is_existing: false });
  expect((await act('create_issue', leak, { attempt: 2 })).data).toMatchObject({ number: 1, is_existing: true });
  expect(house.issues).toHaveLength(1);
});

test('another task with the same words opens another issue', async () => {
  const { act, house } = await aGithub();
  await act('create_issue', leak);
  await act('create_issue', leak, { idempotencyKey: 'task-2' });
  expect(house.issues).toHaveLength(2);
});

test('an issue whose answer was lost on the way is found by the next try', async () => {
  const { act, house, server } = await aGithub();
  await act('create_issue', leak);
  server.fail('drop', { at: /POST .*issues$/ });
  expect((await act('create_issue', leak, { attempt: 2 })).data).toMatchObject({ number: 1 });
  expect(house.issues).toHaveLength(1);
});

test('an issue is changed, commented on once and closed', async () => {
  const { act, house } = await aGithub();
  await act('create_issue', leak);
  expect((await act('update_issue', { number: 1, labels: ['bug', 'pi'] })).data).toMatchObject({ changed: ['labels'] });
  await act('comment', { number: 1, body: 'Raised the limit.' });
  await act('comment', { number: 1, body: 'Raised the limit.' }, { attempt: 2 });
  await act('close_issue', { number: 1, reason: 'not_planned' });
  expect(house.comments).toHaveLength(1);
  expect(house.issues[0]).toMatchObject({ state: 'closed', state_reason: 'not_planned' });
});

test('issues are listed without pull requests and without our marker, as what others wrote', async () => {
  const { act } = await aGithub();
  await act('create_pr', { title: 'Add memory engine' });
  await act('create_issue', leak);
  const listed = await act('list_issues');
  expect(listed.isUntrusted).toBe(true);
  expect(listed.data.issues).toEqual([expect.objectContaining({ number: 2, labels: ['bug'], body: leak.body })]);
});

test('a comment on an issue that is not there is not found', async () => {
  const { act } = await aGithub();
  await expect(act('comment', { number: 9, body: 'Hello' })).rejects.toMatchObject({ kind: 'not_found' });
});
