import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../test/support/people.ts';
import { AllowedAddresses } from './addresses.ts';
import { createOutbound, type OutboundOptions } from './outbound.ts';

/** A server on loopback; returns its port. */
async function aServer(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const HERE = [{ address: '127.0.0.1', family: 4 }];
/** Names ending in `.test` stand for this machine, and are allowed. */
const outbound = (options: Partial<OutboundOptions> = {}) =>
  createOutbound({ allowedHosts: ['a.test', 'b.test'], lookup: async () => HERE, ...options });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('an address', () => {
  const nothing = new AllowedAddresses([]);

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fd00::1',
    'fe80::1',
    'ff02::1',
  ])('%s is private', (address) => {
    expect(nothing.isAllowed('example.org', address)).toBe(false);
  });

  test.each([
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
  ])('%s is public', (address) => {
    expect(nothing.isAllowed('example.org', address)).toBe(true);
  });

  test('is allowed by name, address or network, and by nothing else', () => {
    const allowed = new AllowedAddresses(['Gitea.lan', '192.168.1.10', '10.8.0.0/16', 'fd00::/8']);
    expect(allowed.isAllowed('gitea.lan', '192.168.7.7')).toBe(true);
    expect(allowed.isAllowed('x.lan', '192.168.1.10')).toBe(true);
    expect(allowed.isAllowed('x.lan', '10.8.3.4')).toBe(true);
    expect(allowed.isAllowed('x.lan', 'fd00::5')).toBe(true);
    expect(allowed.isAllowed('evil.gitea.lan', '192.168.7.7')).toBe(false);
    expect(allowed.isAllowed('x.lan', '10.9.0.1')).toBe(false);
  });
});

describe('a request', () => {
  test('goes out as fetch would send it and streams back what the server says', async () => {
    const port = await aServer(async (request, response) => {
      response.setHeader('x-seen', `${request.method} ${request.url} ${request.headers.host}`);
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.statusCode = 201;
      response.end((await bodyOf(request)).toUpperCase());
    });
    const response = await outbound()(`http://a.test:${port}/x?y=1`, { method: 'PUT', body: 'hello' });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-seen')).toBe(`PUT /x?y=1 a.test:${port}`);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.url).toBe(`http://a.test:${port}/x?y=1`);
    expect(await response.text()).toBe('HELLO');
  });

  test.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://private.test/',
    'file:///etc/passwd',
    'ftp://example.org/',
  ])('to %s is refused, with what to do', async (url) => {
    const failure = await failureOf(outbound()(url));
    expect(failure).toMatchObject({ kind: 'forbidden', code: 'outbound_refused' });
  });

  test('to a host with one private address among public ones is refused', async () => {
    const lookup = async () => [{ address: '93.184.216.34', family: 4 }, ...HERE];
    expect(await failureOf(outbound({ allowedHosts: [], lookup })('http://mixed.test/'))).toMatchObject({
      code: 'outbound_refused',
    });
  });

  test('connects to the address that was checked, though the name changes meanwhile', async () => {
    const port = await aServer((_request, response) => response.end('first'));
    const asked: string[] = [];
    const lookup = async (host: string) => {
      asked.push(host);
      return asked.length === 1 ? HERE : [{ address: '10.0.0.1', family: 4 }];
    };
    const fetch = outbound({ allowedHosts: ['127.0.0.1'], lookup });
    expect(await (await fetch(`http://rebind.test:${port}/`)).text()).toBe('first');
    expect(asked).toEqual(['rebind.test']);
    expect(await failureOf(fetch(`http://rebind.test:${port}/`))).toMatchObject({ code: 'outbound_refused' });
  });

  test('asks nothing of a name nobody knows', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await failureOf(outbound({ lookup })('http://a.test/'))).toMatchObject({
      kind: 'unavailable',
      code: 'outbound_unknown_host',
    });
  });

  test('to a port where nobody listens is unavailable', async () => {
    expect(await failureOf(outbound()('http://a.test:1/'))).toMatchObject({ code: 'outbound_unreachable' });
  });
});

describe('a redirect', () => {
  const redirecting = (status: number, to: (port: number) => string) =>
    aServer(async (request, response) => {
      const { method, headers, url } = request;
      const seen = {
        method,
        authorization: headers.authorization,
        key: headers['x-api-key'],
        body: await bodyOf(request),
      };
      if (url === '/end') return response.end(JSON.stringify(seen));
      response.writeHead(status, { location: to(request.socket.localPort ?? 0) });
      return response.end();
    });
  const secrets = { authorization: 'Bearer x', 'x-api-key': 'y' };

  test('within one origin carries everything', async () => {
    const port = await redirecting(307, () => '/end');
    const init = { method: 'POST', body: 'data', headers: secrets };
    const seen = await (await outbound()(`http://a.test:${port}/`, init)).json();
    expect(seen).toEqual({ method: 'POST', authorization: 'Bearer x', key: 'y', body: 'data' });
  });

  test('to another origin carries no credential, under whatever name', async () => {
    const port = await redirecting(302, (at) => `http://b.test:${at}/end`);
    const init = { method: 'POST', body: 'data', headers: secrets };
    expect(await (await outbound()(`http://a.test:${port}/`, init)).json()).toEqual({ method: 'GET', body: '' });
  });

  test('into the private network is refused', async () => {
    const port = await redirecting(302, (at) => `http://127.0.0.1:${at}/end`);
    expect(await failureOf(outbound()(`http://a.test:${port}/`))).toMatchObject({ code: 'outbound_refused' });
  });

  test('without end is given up', async () => {
    const port = await redirecting(302, () => '/again');
    expect(await failureOf(outbound()(`http://a.test:${port}/`))).toMatchObject({ code: 'outbound_redirect' });
  });

  test('is handed back or refused when the caller says so', async () => {
    const port = await redirecting(302, () => '/end');
    expect(await outbound()(`http://a.test:${port}/`, { redirect: 'manual' })).toHaveProperty('status', 302);
    expect(await failureOf(outbound()(`http://a.test:${port}/`, { redirect: 'error' }))).toMatchObject({
      code: 'outbound_redirect',
    });
  });
});

describe('an answer', () => {
  test('that is packed is unpacked, and its limit counts unpacked', async () => {
    const port = await aServer((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('x'.repeat(100_000)));
    });
    expect(await (await outbound()(`http://a.test:${port}/`)).text()).toHaveLength(100_000);
    const small = await outbound({ bodyBytesMax: 50_000 })(`http://a.test:${port}/`);
    expect(await failureOf(small.text())).toMatchObject({ code: 'outbound_too_large' });
  });

  test('that never comes is unavailable after the timeout', async () => {
    const port = await aServer(() => undefined);
    expect(await failureOf(outbound({ timeoutMs: 50 })(`http://a.test:${port}/`))).toMatchObject({
      kind: 'unavailable',
      code: 'outbound_timeout',
    });
  });

  test('that stops in the middle is unavailable after the timeout', async () => {
    const port = await aServer((_request, response) => void response.write('beginning'));
    const response = await outbound({ timeoutMs: 50 })(`http://a.test:${port}/`);
    expect(await failureOf(response.text())).toMatchObject({ code: 'outbound_timeout' });
  });

  test('that nobody waits for any more is cut off, before and within its body', async () => {
    const port = await aServer((request, response) => {
      if (request.url === '/body') response.write('beginning');
    });
    const before = new AbortController();
    const asked = outbound()(`http://a.test:${port}/`, { signal: before.signal });
    setImmediate(() => before.abort());
    expect(await failureOf(asked)).toMatchObject({ name: 'AbortError' });
    const during = new AbortController();
    const response = await outbound()(`http://a.test:${port}/body`, { signal: during.signal });
    setImmediate(() => during.abort());
    expect(await failureOf(response.text())).toMatchObject({ name: 'AbortError' });
  });

  test('without a body has none', async () => {
    const port = await aServer((_request, response) => response.writeHead(204).end());
    expect(await (await outbound()(`http://a.test:${port}/`)).text()).toBe('');
  });
});
