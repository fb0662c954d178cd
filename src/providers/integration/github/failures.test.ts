import { expect, test } from 'vitest';
import { actionOf } from '../../../../test/support/integration-work.ts';
import { aGithub } from './fixtures.ts';

test('a token GitHub refuses is told as that', async () => {
  const { act } = await aGithub();
  await expect(act('get_repo', {}, { secrets: { 'env:GITHUB_TOKEN': 'old' } })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'github_token_refused',
  });
});

test('a 403 with the limit used up waits until it opens, by the clock of GitHub', async () => {
  const { act, server } = await aGithub();
  const date = new Date('2026-11-20T09:00:00Z');
  const headers = {
    date: date.toUTCString(),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(date.getTime() / 1000 + 90),
  };
  server.fail({ status: 403, headers, json: { message: 'API rate limit exceeded for user ID 7.' } });
  await expect(act('get_repo')).rejects.toMatchObject({ kind: 'limit', details: { retry_after_ms: 90_000 } });
});

test.each([
  ['a 429 that names its time', { status: 429, headers: { 'retry-after': '7' } }, 7000],
  ['a 429 that names none', { status: 429 }, 60_000],
  ['a secondary limit', { status: 403, json: { message: 'You have exceeded a secondary rate limit.' } }, 60_000],
])('%s is a limit to wait for', async (_, fault, retry_after_ms) => {
  const { act, server } = await aGithub();
  server.fail(fault);
  await expect(act('get_repo')).rejects.toMatchObject({ kind: 'limit', details: { retry_after_ms } });
});

test.each([
  [403, 'forbidden', 'Resource not accessible by personal access token'],
  [404, 'not_found', 'GitHub knows no such thing'],
  [409, 'conflict', 'Git Repository is empty'],
  [410, 'not_found', 'Issues are disabled'],
  [422, 'invalid', 'Validation Failed'],
  [500, 'unavailable', 'GitHub failed (500)'],
  [503, 'unavailable', 'GitHub failed (503)'],
])('a %i is %s', async (status, kind, said) => {
  const { act, server } = await aGithub();
  server.fail({ status, json: { message: said } });
  await expect(act('get_repo')).rejects.toMatchObject({ kind, message: expect.stringContaining(said) });
});

test('a GitHub that never answers is unavailable after the time allowed', async () => {
  const { act, server } = await aGithub();
  server.fail('never');
  await expect(act('get_repo', {}, { config: { timeoutMs: 100 } })).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('did not answer within 100 ms'),
  });
});

test('a broken line and an answer of another form are unavailable', async () => {
  const { act, server } = await aGithub();
  server.fail('drop', { times: 1 });
  await expect(act('get_repo')).rejects.toMatchObject({ kind: 'unavailable', code: 'github_unreachable' });
  server.fail({ json: { hello: 'world' } });
  await expect(act('get_repo')).rejects.toMatchObject({ kind: 'unavailable', code: 'github_answer_unknown' });
});

test('cancel ends a call that hangs at once', async () => {
  const { integration, work, server } = await aGithub();
  server.fail('never');
  const mine = work();
  const running = actionOf(integration, 'get_repo').run({ repo: 'nima' }, mine);
  const began = performance.now();
  mine.cancel();
  await expect(running).rejects.toThrow('Cancelled.');
  expect(performance.now() - began).toBeLessThan(500);
});

test('health tells what is left of the hour, or what is missing', async () => {
  const { integration, work } = await aGithub();
  expect(await integration.health(work())).toMatchObject({
    isReady: true,
    text: expect.stringContaining('4990 of 5000'),
  });
  expect(await integration.health(work({ secrets: {} }))).toEqual({
    isReady: false,
    text: 'env:GITHUB_TOKEN is not there.',
  });
});
