import { expect, test } from 'vitest';
import { aLog } from '../../../test/support/log.ts';
import { aSmallHouse, OWNER } from '../../../test/support/small-house.ts';
import { createRest, type RestOptions } from './create-rest.ts';

const HOST = { Host: 'localhost:8002' };
const OWNER_TOKEN = { Authorization: 'Bearer owner-token' };
const PAGE = { Origin: 'http://localhost:8002', 'Sec-Fetch-Site': 'same-origin' };

function aRest(about: Partial<RestOptions> = {}) {
  const house = aSmallHouse();
  const log = aLog();
  const { app } = createRest({
    host: house.host,
    log,
    allowedHosts: ['nima.example'],
    bodyBytesMax: 1000,
    trustLoopback: false,
    now: () => Date.UTC(2026, 2, 2, 9),
    ...about,
  });
  const ask = (address: string, about: RequestInit = {}) => {
    const [method = 'GET', path = ''] = address.split(' ');
    const isJson = typeof about.body === 'string';
    const headers = { ...HOST, ...OWNER_TOKEN, ...(isJson ? { 'Content-Type': 'application/json' } : {}) };
    const kept = Object.fromEntries(
      Object.entries({ ...headers, ...about.headers }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    return app.request(`http://localhost:8002${path}`, { ...about, method, headers: kept });
  };
  return { ...house, log, app, ask };
}
const nobody = { Authorization: undefined } as unknown as Record<string, string>;
const errorOf = async (response: Response) => ((await response.json()) as { error: Record<string, unknown> }).error;

test('a note is written, read, changed, listed and removed at the addresses its names say', async () => {
  const { ask } = aRest();
  const created = await ask('POST /v1/notes', { body: '{"text":"the kettle is new"}' });
  expect([created.status, await created.json()]).toMatchObject([200, { id: 'n1', text: 'the kettle is new' }]);
  expect(await (await ask('GET /v1/notes/n1')).json()).toMatchObject({ text: 'the kettle is new' });
  await ask('PUT /v1/notes/n1', { body: '{"text":"the kettle leaks"}' });
  expect(await (await ask('GET /v1/notes')).json()).toMatchObject({ notes: [{ text: 'the kettle leaks' }] });
  expect(await (await ask('DELETE /v1/notes/n1')).json()).toEqual({ removed: 1 });
});

test('a fixed word in an address is not taken for an id', async () => {
  expect(await (await aRest().ask('GET /v1/notes/export')).json()).toEqual({ count: 0 });
});

test('the id of the path wins over the one in the body', async () => {
  const answer = await aRest().ask('PUT /v1/notes/n7', { body: '{"id":"n8","text":"x"}' });
  expect(await answer.json()).toMatchObject({ id: 'n7' });
});

test('words of the query become the values the schema asks for', async () => {
  const answer = await aRest().ask('GET /v1/notes?limit=5&labels=a&labels=b&archived=true&order=old');
  const { asked } = (await answer.json()) as { asked: string };
  expect(JSON.parse(asked)).toEqual({ limit: 5, labels: ['a', 'b'], archived: true, order: 'old' });
});

test('an empty body counts as {}', async () => {
  const error = await errorOf(await aRest().ask('POST /v1/notes'));
  expect(error).toMatchObject({ kind: 'invalid', code: 'invalid_input', message: expect.stringContaining('text') });
});

test.each([
  ['GET /v1/notes?limit=many', {}, 400, 'invalid_input'],
  ['POST /v1/notes', { body: '{"text":' }, 400, 'json_malformed'],
  ['POST /v1/notes', { body: '["text"]' }, 400, 'json_not_object'],
  ['POST /v1/notes', { body: 'text=x', headers: { 'Content-Type': 'text/plain' } }, 415, 'content_type_unknown'],
  ['POST /v1/notes', { body: JSON.stringify({ text: 'x'.repeat(2000) }) }, 413, 'body_too_long'],
  ['POST /v1/notes', { body: '{}', headers: { 'Content-Length': '5000' } }, 413, 'body_too_long'],
  ['GET /v1/notes', { headers: nobody }, 401, 'unauthenticated'],
  ['GET /v1/notes?token=owner-token', { headers: nobody }, 401, 'unauthenticated'],
  ['POST /v1/notes', { body: '{"text":"x"}', headers: { Authorization: 'Bearer reader-token' } }, 403, 'forbidden'],
  ['GET /v1/notes/n9', {}, 404, 'note_unknown'],
  ['GET /v1/nothing', {}, 404, 'address_unknown'],
  ['PUT /v1/notes', { body: '{}' }, 405, 'method_not_allowed'],
  ['GET /v1/notes/break?how=unavailable', {}, 503, 'unavailable'],
  ['GET /v1/notes/break', {}, 500, 'internal'],
  ['GET /v1/notes', { headers: { Host: 'evil.example' } }, 403, 'host_not_allowed'],
  ['GET /', { headers: { Host: 'evil.example' } }, 403, 'host_not_allowed'],
  ['GET /docs', { headers: { Host: 'evil.example' } }, 403, 'host_not_allowed'],
  ['GET /v1/notes', { headers: { Origin: 'https://evil.example' } }, 403, 'origin_not_allowed'],
])('%s with %o answers %i %s in the one form of failures', async (address, about, status, code) => {
  const response = await aRest().ask(address, about as RequestInit);
  expect(response.status).toBe(status);
  const error = await errorOf(response);
  expect(error).toMatchObject({ code, message: expect.any(String), details: expect.any(Object) });
});

test('a 401 says how to sign in, a 405 what the address takes', async () => {
  const { ask } = aRest();
  expect((await ask('GET /v1/notes', { headers: nobody })).headers.get('WWW-Authenticate')).toBe('Bearer');
  expect((await ask('PUT /v1/notes', { body: '{}' })).headers.get('Allow')).toBe('GET, POST');
});

test('no answer with data is kept by a cache or read as something else', async () => {
  const { headers } = await aRest().ask('GET /v1/notes');
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
});

test('what is out of reach is logged once; a read that works is not', async () => {
  const { ask, log } = aRest();
  await ask('GET /v1/notes');
  expect(log.lines).toEqual([]);
  await ask('GET /v1/notes/break?how=unavailable');
  expect(log.lines).toMatchObject([{ level: 'warn', data: { operation: 'notes.break' } }]);
});

test('signing in from a page keeps the token from its scripts and in a cookie', async () => {
  const { ask } = aRest();
  const body = '{"password":"open sesame"}';
  const response = await ask('POST /v1/notes/sessions', { body, headers: { ...nobody, ...PAGE } });
  expect(await response.json()).toEqual({ name: 'browser', expires_at: '2026-03-03T09:00:00.000Z' });
  expect(response.headers.get('Set-Cookie')).toBe(
    'nima_session=session-1; Path=/; Max-Age=86400; HttpOnly; SameSite=Strict',
  );
  const program = await ask('POST /v1/notes/sessions', { body, headers: nobody });
  expect(await program.json()).toMatchObject({ token: 'session-2' });
  expect(program.headers.get('Set-Cookie')).toBeNull();
});

test('over https the cookie is sent over https only', async () => {
  const { ask } = aRest();
  const headers = { ...nobody, Host: 'nima.example', Origin: 'https://nima.example' };
  const response = await ask('POST /v1/notes/sessions', { body: '{"password":"open sesame"}', headers });
  expect(response.headers.get('Set-Cookie')).toContain('; Secure');
});

async function signedIn() {
  const rest = aRest();
  await rest.ask('POST /v1/notes/sessions', { body: '{"password":"open sesame"}', headers: { ...nobody, ...PAGE } });
  return { ...rest, cookie: { ...nobody, Cookie: 'a=b; nima_session=session-1' } };
}

test('a cookie lets a page read and change, and another site change nothing', async () => {
  const { ask, cookie } = await signedIn();
  expect((await ask('GET /v1/notes', { headers: cookie })).status).toBe(200);
  const body = '{"text":"x"}';
  expect((await ask('POST /v1/notes', { body, headers: { ...cookie, ...PAGE } })).status).toBe(200);
  const bare = await ask('POST /v1/notes', { body, headers: cookie });
  expect([bare.status, (await errorOf(bare)).code]).toEqual([403, 'cross_site']);
  const crossSite = await ask('POST /v1/notes', { body, headers: { ...cookie, 'Sec-Fetch-Site': 'cross-site' } });
  expect(crossSite.status).toBe(403);
});

test('signing out takes the cookie back, and so does a cookie that no longer holds', async () => {
  const { ask, cookie } = await signedIn();
  const kept = await ask('POST /v1/notes', { body: '{"text":"x"}', headers: { ...cookie, ...PAGE } });
  expect(kept.headers.get('Set-Cookie')).toBeNull();
  const out = await ask('DELETE /v1/notes/sessions/current', { headers: { ...cookie, ...PAGE } });
  expect(await out.json()).toEqual({ removed: 1 });
  expect(out.headers.get('Set-Cookie')).toContain('nima_session=; Path=/; Max-Age=0');
  const stale = await ask('GET /v1/notes', { headers: cookie });
  expect([stale.status, stale.headers.get('Set-Cookie')]).toEqual([401, expect.stringContaining('Max-Age=0')]);
});

test('a wrong password does not sign out who is signed in', async () => {
  const { ask, cookie } = await signedIn();
  const response = await ask('POST /v1/notes/sessions', { body: '{"password":"no"}', headers: { ...cookie, ...PAGE } });
  expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null]);
});

test('a trusted program of this machine needs no token; a page, a proxy and another machine do', async () => {
  const { app } = aRest({ trustLoopback: true, loopbackActor: async () => OWNER });
  const from = async (remoteAddress: string, headers: Record<string, string> = {}) => {
    const incoming = { socket: { remoteAddress }, headers: { host: 'localhost', ...headers } };
    return (await app.request('/v1/notes', {}, { incoming })).status;
  };
  expect(await from('127.0.0.1')).toBe(200);
  expect(await from('::ffff:127.0.0.1')).toBe(200);
  expect(await from('192.168.1.9')).toBe(401);
  expect(await from('127.0.0.1', { 'sec-fetch-site': 'none' })).toBe(401);
  expect(await from('127.0.0.1', { origin: 'http://localhost' })).toBe(401);
  expect(await from('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' })).toBe(401);
});

test('figures are told to signed-in callers, and to programs of this machine', async () => {
  const { app, ask } = aRest({ metrics: async () => 'nima_up 1\n' });
  expect(await (await ask('GET /metrics')).text()).toBe('nima_up 1\n');
  expect((await ask('GET /metrics', { headers: nobody })).status).toBe(401);
  const incoming = { socket: { remoteAddress: '127.0.0.1' }, headers: { host: 'localhost' } };
  expect((await app.request('/metrics', {}, { incoming })).status).toBe(200);
});

test('MCP is answered for signed-in callers only', async () => {
  const { ask } = aRest({ mcp: async (_request, actor) => Response.json({ owner: actor.owner }) });
  expect(await (await ask('POST /mcp', { body: '{}' })).json()).toEqual({ owner: 'ana' });
  expect((await ask('POST /mcp', { body: '{}', headers: nobody })).status).toBe(401);
});
