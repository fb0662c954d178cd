import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aLog } from '../../../test/support/log.ts';
import { aSmallHouse } from '../../../test/support/small-house.ts';
import { Failure } from '../../kernel/errors.ts';
import { createRest } from './create-rest.ts';
import { frameOf, streamAnswer } from './sse.ts';

async function aServer() {
  const house = aSmallHouse();
  const log = aLog();
  const { host } = house;
  const { listener } = createRest({
    host,
    log,
    allowedHosts: [],
    bodyBytesMax: 1000,
    trustLoopback: false,
    now: Date.now,
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const watch = (headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${url}/v1/notes/watch`, {
      headers: { Authorization: 'Bearer owner-token', ...headers },
      ...(signal ? { signal } : {}),
    });
  return { ...house, log, watch };
}

test('events carry their number and name', async () => {
  const { watch } = await aServer();
  const response = await watch();
  expect(response.headers.get('Content-Type')).toContain('text/event-stream');
  expect((await response.text()).split('\n\n')[0]).toBe(
    'id: 1\nevent: text.delta\ndata: {"seq":1,"type":"text.delta","text":"word 1 "}',
  );
});

test('a reader that comes back goes on after the last event it saw', async () => {
  const { watch } = await aServer();
  const text = await (await watch({ 'Last-Event-ID': '2' })).text();
  expect(text.match(/^id: .*$/gm)).toEqual(['id: 3']);
});

test('an event without number or name is data alone', () => {
  expect(frameOf({ text: 'a\nb' })).toBe('data: {"text":"a\\nb"}\n\n');
});

test('a failure before the first event has its own status, one after it is an event', async () => {
  const { watch, streaming, log } = await aServer();
  streaming.events = async function* () {
    yield* [];
    throw new Failure('not_found', 'This answer is not known any more.');
  };
  expect((await watch()).status).toBe(404);
  streaming.events = async function* () {
    yield { seq: 1, type: 'text.delta' };
    throw new Error('the pen broke');
  };
  const text = await (await watch()).text();
  expect(text).toContain('event: error\ndata: {"error":{"kind":"internal"');
  expect(text).not.toContain('the pen broke');
  expect(log.lines).toMatchObject([{ level: 'error', text: 'stream failed' }]);
});

test('a reader who leaves ends the reading', async () => {
  const { watch, streaming } = await aServer();
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  streaming.events = async function* (_after, signal) {
    yield { seq: 1, type: 'text.delta' };
    await new Promise<void>((goOn) => signal.addEventListener('abort', () => goOn(), { once: true }));
    resolve();
  };
  const leaving = new AbortController();
  const response = await watch({}, leaving.signal);
  await response.body?.getReader().read();
  leaving.abort();
  await aborted;
  await expect.poll(() => streaming.left).toEqual(['watch']);
});

test('a slow reader holds the stream back', async () => {
  const made: number[] = [];
  async function* endless() {
    for (let seq = 1; ; seq += 1) {
      made.push(seq);
      yield { seq };
    }
  }
  const { body } = await streamAnswer(endless(), () => undefined);
  const reader = (body as AsyncIterable<string>)[Symbol.asyncIterator]();
  await reader.next();
  await new Promise((goOn) => setImmediate(goOn));
  expect(made).toEqual([1]);
  await reader.return?.();
});
