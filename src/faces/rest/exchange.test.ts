import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aLog } from '../../../test/support/log.ts';
import { aSmallHouse } from '../../../test/support/small-house.ts';
import { createRest } from './create-rest.ts';

const BODY_BYTES_MAX = 1000;

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Each has a house of its own, so that both start from the same notes. */
function aRest() {
  const house = aSmallHouse();
  const log = aLog();
  const { host } = house;
  const { app, listener } = createRest({
    host,
    log,
    allowedHosts: ['nima.example'],
    bodyBytesMax: BODY_BYTES_MAX,
    trustLoopback: false,
    now: () => Date.UTC(2026, 2, 2, 9),
    metrics: async () => 'nima_up 1\n',
  });
  return { ...house, log, app, listener };
}

async function aServer() {
  const rest = aRest();
  const server = createServer({ optimizeEmptyRequests: true }, rest.listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { ...rest, server, port: (server.address() as AddressInfo).port };
}

const SIGNED_IN = { host: 'localhost:8002', authorization: 'Bearer owner-token' };

function headersOf({ headers = {}, body }: Asked): Record<string, string> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return Object.fromEntries(Object.entries({ ...SIGNED_IN, ...type, ...headers }).filter(([, value]) => value !== ''));
}

/** What belongs to the connection and not to the answer. */
const OF_CONNECTION = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length'];

const ofAnswer = (headers: Iterable<readonly [string, unknown]>): Record<string, string> =>
  Object.fromEntries(
    [...headers]
      .filter(([name]) => !OF_CONNECTION.includes(name))
      .map(([name, value]) => [name, String(value)])
      .sort(),
  );

async function overSocket(port: number, address: string, asked: Asked): Promise<Told> {
  const [method = 'GET', path = ''] = address.split(' ');
  const asking = request({ port, host: '127.0.0.1', method, path, headers: headersOf(asked) }).end(asked.body);
  const [incoming] = (await once(asking, 'response')) as [IncomingMessage];
  const chunks = await Array.fromAsync(incoming as AsyncIterable<Buffer>);
  const headers = ofAnswer(Object.entries(incoming.headers));
  return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString() };
}

type App = ReturnType<typeof aRest>['app'];

async function inProcess(app: App, address: string, asked: Asked): Promise<Told> {
  const [method = 'GET', path = ''] = address.split(' ');
  const init = { method, headers: headersOf(asked), ...(asked.body === undefined ? {} : { body: asked.body }) };
  const response = await app.request(`http://localhost:8002${path}`, init);
  return { status: response.status, headers: ofAnswer(response.headers), body: await response.text() };
}

const PAGE = { origin: 'http://localhost:8002', 'sec-fetch-site': 'same-origin', authorization: '' };
const COOKIE = { ...PAGE, cookie: 'nima_session=session-1' };

/** The status, the request, and what goes with it; a later one finds what an earlier one left. */
type Turns = readonly (readonly [string, string, Asked])[];

const CONVERSATIONS: Readonly<Record<string, Turns>> = {
  'reading and writing': [
    ['200', 'POST /v1/notes', { body: '{"text":"tea \u2615 at caf\u00e9"}' }],
    ['200', 'GET /v1/notes/n1', {}],
    ['200', 'GET /v1/notes/%6E1', {}],
    ['200', 'GET /v1/notes?limit=5&labels=a&labels=b%20c&archived=true', {}],
    ['200', 'GET /v1/notes/export', {}],
    ['200', 'PUT /v1/notes/a%2Fb%20c', { body: '{"text":"\ufeffx"}' }],
    ['200', 'GET /v1/notes/a%2Fb%20c', {}],
    ['404', 'GET /v1/notes/%E0%A4', {}],
    ['200', 'DELETE /v1/notes/n1', {}],
  ],
  'what is refused': [
    ['400', 'POST /v1/notes', { body: '{"text":' }],
    ['400', 'POST /v1/notes', { body: '["text"]' }],
    ['400', 'POST /v1/notes', {}],
    ['400', 'GET /v1/notes?limit=many', {}],
    ['415', 'POST /v1/notes', { body: 'text=x', headers: { 'content-type': 'text/plain' } }],
    ['413', 'POST /v1/notes', { body: JSON.stringify({ text: 'x'.repeat(BODY_BYTES_MAX) }) }],
    ['401', 'GET /v1/notes', { headers: { authorization: '' } }],
    ['401', 'GET /v1/notes', { headers: { authorization: 'Bearer nobody' } }],
    ['403', 'POST /v1/notes', { body: '{"text":"x"}', headers: { authorization: 'Bearer reader-token' } }],
    ['403', 'GET /v1/notes', { headers: { host: 'evil.example' } }],
    ['403', 'GET /v1/notes', { headers: { origin: 'https://evil.example' } }],
    ['404', 'GET /v1/notes/n9', {}],
    ['404', 'GET /v1/nothing', {}],
    ['405', 'PUT /v1/notes', { body: '{}' }],
    ['405', 'HEAD /v1/notes', {}],
    ['405', 'OPTIONS /v1/notes', {}],
    ['500', 'GET /v1/notes/break', {}],
    ['503', 'GET /v1/notes/break?how=unavailable', {}],
  ],
  'a page that signs in and out': [
    ['200', 'POST /v1/notes/sessions', { body: '{"password":"open sesame"}', headers: PAGE }],
    ['200', 'GET /v1/notes', { headers: COOKIE }],
    ['403', 'POST /v1/notes', { body: '{"text":"x"}', headers: { ...COOKIE, origin: '', 'sec-fetch-site': '' } }],
    ['401', 'POST /v1/notes/sessions', { body: '{"password":"no"}', headers: COOKIE }],
    ['200', 'DELETE /v1/notes/sessions/current', { headers: COOKIE }],
    ['401', 'GET /v1/notes', { headers: COOKIE }],
  ],
  'streams and what is not an operation': [
    ['200', 'GET /v1/notes/watch', {}],
    ['200', 'GET /v1/notes/watch', { headers: { 'last-event-id': '2' } }],
    ['200', 'GET /metrics', {}],
    ['200', 'GET /openapi.json', {}],
  ],
};

test.each(
  Object.entries(CONVERSATIONS),
)('a socket and a call in process are answered alike: %s', async (_name, turns) => {
  const { port } = await aServer();
  const { app } = aRest();
  for (const [status, address, asked] of turns) {
    const told = await overSocket(port, address, asked);
    expect([address, String(told.status)]).toEqual([address, status]);
    expect([address, told]).toEqual([address, await inProcess(app, address, asked)]);
  }
});

/** Sends text as it is and gives what came until the other side closed. */
async function raw(server: Server, text: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').end(text);
  return Buffer.concat(await Array.fromAsync(socket as AsyncIterable<Buffer>)).toString();
}

test('a socket is kept for the next request, also after one that was refused unread', async () => {
  const { server } = await aServer();
  const head = 'Host: localhost\r\nAuthorization: Bearer owner-token\r\nContent-Type: application/json\r\n';
  const long = JSON.stringify({ text: 'x'.repeat(BODY_BYTES_MAX) });
  const answers = await raw(
    server,
    `POST /v1/notes HTTP/1.1\r\n${head}Content-Length: ${long.length}\r\n\r\n${long}GET /v1/notes/export HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
  );
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
});

test('a body without a length is counted while it comes', async () => {
  const { server } = await aServer();
  const chunk = 'x'.repeat(600);
  const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(3);
  const head =
    'Host: localhost\r\nAuthorization: Bearer owner-token\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n';
  const answer = await raw(server, `POST /v1/notes HTTP/1.1\r\n${head}\r\n${chunks}0\r\n\r\n`);
  expect(answer).toContain('HTTP/1.1 413');
  expect(answer).toContain('"code":"body_too_long"');
});

test('who announces more than is allowed is told at once, and the socket is not held open for the rest', async () => {
  const { port } = await aServer();
  const socket = connect(port, '127.0.0.1');
  const head = 'Host: localhost\r\nAuthorization: Bearer owner-token\r\nContent-Length: 5000\r\n\r\n';
  socket.write(`POST /v1/notes HTTP/1.1\r\n${head}`);
  // Ends when the server closes; this side never does.
  const answer = Buffer.concat(await Array.fromAsync(socket as AsyncIterable<Buffer>)).toString();
  expect(answer).toContain('HTTP/1.1 413');
});

test('an address with its origin in front is the same address', async () => {
  const { server } = await aServer();
  const head = 'Host: localhost\r\nAuthorization: Bearer owner-token\r\nConnection: close\r\n\r\n';
  expect(await raw(server, `GET http://localhost/v1/notes/export HTTP/1.1\r\n${head}`)).toContain('{"count":0}');
});

test('an answer that nobody waits for any more harms nothing', async () => {
  const { port, streaming, log } = await aServer();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  streaming.events = async function* (_after, signal) {
    begin();
    await new Promise<void>((goOn) => signal.addEventListener('abort', () => goOn(), { once: true }));
    yield { seq: 1, type: 'text.delta' };
  };
  const asking = request({ port, host: '127.0.0.1', path: '/v1/notes/watch', headers: headersOf({}) }).end();
  asking.on('error', () => undefined);
  await begun;
  asking.destroy();
  await expect.poll(() => streaming.left).toEqual(['watch']);
  expect((await overSocket(port, 'GET /v1/notes/export', {})).status).toBe(200);
  expect(log.lines).toEqual([]);
});
