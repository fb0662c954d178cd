import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../../test/support/people.ts';
import { aBench, type WorkOptions } from '../../../../test/support/work.ts';
import { createOutbound } from '../../../platform/outbound/outbound.ts';
import { httpIntegration } from './http.ts';

interface Seen {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that notes what it was asked, and answers as the test says. */
async function aServer(answer: RequestListener = (_request, response) => response.end('{"ok":true}')) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({ method: request.method ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const NOW = Date.UTC(2026, 2, 2, 9);

function anHttp(settings: object = {}, { timeoutMs = 5000, ...about }: WorkOptions & { timeoutMs?: number } = {}) {
  const fetch = createOutbound({ allowedHosts: ['127.0.0.1'], timeoutMs });
  return aBench(httpIntegration({ fetch, now: () => NOW, settings }), { config: settings, ...about });
}

describe('a request', () => {
  test('carries the credential kept for its host, and its own key', async () => {
    const { seen, url } = await aServer();
    const settings = { hosts: { '127.0.0.1': { headers: { authorization: 'env:API_TOKEN' } } } };
    const http = anHttp(settings, { secrets: { 'env:API_TOKEN': 'Bearer abc' } });
    const done = await http.run('request', { url, method: 'POST', json: { a: 1 } }, { key: 'task-1' });
    expect(done).toMatchObject({ data: { status: 200, body: '{"ok":true}', cut: false }, isUntrusted: true });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer abc', 'idempotency-key': 'task-1', 'content-type': 'application/json' },
    });
  });

  test('takes no credential from whoever asks for it', async () => {
    for (const name of ['Authorization', 'cookie', 'X-Api-Key', 'private-token']) {
      await expect(anHttp().run('request', { url: 'http://x.test', headers: { [name]: 'x' } })).rejects.toThrow(
        'credentials belong',
      );
    }
  });

  test('asks before it goes anywhere but to a host that is open for reading', () => {
    const http = anHttp({ hosts: { 'api.test': { isReadable: true } } });
    const effect = (url: string, method = 'GET') => http.effect('request', { url, method });
    expect(effect('http://api.test/x')).toBe('read');
    expect(effect('http://api.test/x', 'POST')).toBe('spend');
    expect(effect('http://api.test/x', 'DELETE')).toBe('destroy');
    expect(effect('http://evil.test/?what-nima-knows')).toBe('spend');
  });

  test('into a private network is refused', async () => {
    expect(await failureOf(anHttp().run('request', { url: 'http://169.254.169.254/' }))).toMatchObject({
      code: 'outbound_refused',
    });
  });

  test('counts as done by the statuses it expects', async () => {
    const { url } = await aServer((_request, response) => response.writeHead(404).end('gone'));
    expect(await anHttp().run('request', { url, expects: [404] })).toMatchObject({ data: { status: 404 } });
    expect(await failureOf(anHttp().run('request', { url }))).toMatchObject({ kind: 'invalid', code: 'http_refused' });
  });
});

describe('a server that is not well', () => {
  test.each([
    ['120', 120_000],
    [new Date(NOW + 60_000).toUTCString(), 60_000],
  ])('and answers 429 with Retry-After %s is asked again then', async (value, ms) => {
    const { url } = await aServer((_request, response) => response.writeHead(429, { 'retry-after': value }).end());
    expect(await failureOf(anHttp().run('request', { url, method: 'POST' }))).toMatchObject({
      kind: 'limit',
      details: { retry_after_ms: ms },
    });
  });

  test('and answers 500 is asked again only where that is safe', async () => {
    const { url } = await aServer((_request, response) => response.writeHead(500).end());
    expect(await failureOf(anHttp().run('request', { url }))).toMatchObject({ kind: 'unavailable' });
    expect(await failureOf(anHttp().run('request', { url, method: 'POST' }))).toMatchObject({ code: 'http_uncertain' });
    const safe = anHttp({ hosts: { '127.0.0.1': { knowsIdempotencyKeys: true } } });
    expect(await failureOf(safe.run('request', { url, method: 'POST' }))).toMatchObject({ kind: 'unavailable' });
  });

  test('and hangs, before or within its answer, does not hold the task', async () => {
    const { url } = await aServer((request, response) => {
      if (request.url === '/slow') response.write('{');
    });
    const http = anHttp({}, { timeoutMs: 60 });
    for (const path of ['/', '/slow']) {
      expect(await failureOf(http.run('request', { url: url + path }))).toMatchObject({ code: 'outbound_timeout' });
      expect(await failureOf(http.run('request', { url: url + path, method: 'POST' }))).toMatchObject({
        code: 'http_uncertain',
      });
    }
  });

  test('and is told to stop, stops', async () => {
    const { url } = await aServer(() => undefined);
    const stop = new AbortController();
    const failed = failureOf(anHttp().run('request', { url }, { signal: stop.signal }));
    setImmediate(() => stop.abort());
    expect(await failed).toHaveProperty('name', 'AbortError');
  });
});

describe('a webhook', () => {
  const secret = `whsec_${Buffer.from('a-secret-of-24-bytes-here').toString('base64')}`;
  const settingsOf = (url: string) => ({ webhooks: { ops: { url, secret: 'env:HOOK' } } });

  test('is signed as Standard Webhooks says, with one id for all tries', async () => {
    const { seen, url } = await aServer();
    const http = anHttp(settingsOf(url), { secrets: { 'env:HOOK': secret }, key: 'task-9' });
    await http.run('webhook', { to: 'ops', event: 'deploy.done', data: { version: 2 } });
    const [{ headers, body } = { headers: {}, body: '' }] = seen;
    expect(JSON.parse(body)).toEqual({
      type: 'deploy.done',
      timestamp: '2026-03-02T09:00:00.000Z',
      data: { version: 2 },
    });
    const signed = `task-9.${NOW / 1000}.${body}`;
    const key = Buffer.from('a-secret-of-24-bytes-here');
    expect(headers).toMatchObject({
      'webhook-id': 'task-9',
      'webhook-timestamp': String(NOW / 1000),
      'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    });
  });

  test('of another name is unknown, and a redirect is not followed', async () => {
    const { url } = await aServer((_request, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    );
    const http = anHttp(settingsOf(url), { secrets: { 'env:HOOK': secret } });
    expect(await failureOf(http.run('webhook', { to: 'evil', event: 'x' }))).toMatchObject({ code: 'webhook_unknown' });
    expect(await failureOf(http.run('webhook', { to: 'ops', event: 'x' }))).toMatchObject({
      code: 'outbound_redirect',
    });
  });
});
