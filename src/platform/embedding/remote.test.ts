import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../kernel/secret.ts';
import { createRemoteEmbedder, type RemoteEmbedderOptions } from './remote.ts';

type Answer = (input: string[], response: ServerResponse) => void;

/** A small server that speaks the protocol; each test says how it answers. */
let server: Server;
let answer: Answer;
let requests: { url: string | undefined; authorization: string | undefined; model: string; input: string[] }[];

beforeEach(async () => {
  requests = [];
  server = createServer(async (request, response) => {
    const { model, input } = JSON.parse(await bodyOf(request));
    requests.push({ url: request.url, authorization: request.headers.authorization, model, input });
    answer(input, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function anEmbedder(more: Partial<RemoteEmbedderOptions> = {}) {
  const { port } = server.address() as AddressInfo;
  return createRemoteEmbedder({ baseUrl: `http://127.0.0.1:${port}/v1/`, model: 'tiny', dimensions: 2, ...more });
}

/** Answers each text with [its length, 0], last text first. */
const lengths: Answer = (input, response) => {
  const data = input.map((text, index) => ({ index, embedding: [text.length, 0] })).reverse();
  response.end(JSON.stringify({ data }));
};

describe('a remote embedder', () => {
  test('sends the texts with model and key, and quantizes the unit vectors', async () => {
    answer = (_input, response) => response.end(JSON.stringify({ data: [{ index: 0, embedding: [3, -4] }] }));
    const [vector] = await anEmbedder({ key: new Secret('sesame') }).embed(['hello']);
    expect(vector).toEqual(Int8Array.of(76, -102));
    expect(requests).toEqual([
      { url: '/v1/embeddings', authorization: 'Bearer sesame', model: 'tiny', input: ['hello'] },
    ]);
  });

  test('asks in batches and keeps the order of the texts', async () => {
    answer = (input, response) => {
      const data = input.map((text, index) => ({ index, embedding: [1, Number(text)] })).reverse();
      response.end(JSON.stringify({ data }));
    };
    const vectors = await anEmbedder().embed(Array.from({ length: 130 }, (_, at) => `${at % 2}`));
    expect(requests.map(({ input }) => input.length)).toEqual([64, 64, 2]);
    expect(vectors.map((vector) => vector[1])).toEqual(Array.from({ length: 130 }, (_, at) => (at % 2 ? 90 : 0)));
  });

  test('asks nothing for no texts', async () => {
    expect(await anEmbedder().embed([])).toEqual([]);
    expect(requests).toEqual([]);
  });

  test.each([
    ['too many requests', 429, 'limit', 'fewer requests'],
    ['a wrong key', 401, 'unavailable', 'refused the key'],
    ['a fault of the server', 500, 'unavailable', 'status 500'],
  ])('tells of %s', async (_name, status, kind, text) => {
    answer = (_input, response) => response.writeHead(status).end('no');
    const failure = anEmbedder({ key: new Secret('sesame') }).embed(['hello']);
    await expect(failure).rejects.toMatchObject({ kind, message: expect.stringContaining(text) });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('sesame') });
  });

  test.each([
    ['vectors of another length', '{"data":[{"index":0,"embedding":[1,2,3]}]}', '3 dimensions instead of 2'],
    ['fewer vectors than texts', '{"data":[]}', 'one vector for each'],
    ['a wrong number', '{"data":[{"index":7,"embedding":[1,2]}]}', 'numbered its vectors wrongly'],
    ['no numbers', '{"data":[{"index":0,"embedding":"AAAA"}]}', 'not a list of numbers'],
    ['no JSON', '<html>', 'did not answer JSON'],
  ])('refuses %s', async (_name, body, text) => {
    answer = (_input, response) => response.end(body);
    const failure = { kind: 'unavailable', message: expect.stringContaining(text) };
    await expect(anEmbedder().embed(['hello'])).rejects.toMatchObject(failure);
  });

  test('gives up on a server that does not answer, and on one that is not there', async () => {
    answer = () => {};
    const silent = { kind: 'unavailable', message: expect.stringContaining('in time') };
    await expect(anEmbedder({ timeoutMs: 50 }).embed(['hello'])).rejects.toMatchObject(silent);
    const gone = { kind: 'unavailable', message: expect.stringContaining('cannot be reached') };
    await expect(anEmbedder({ baseUrl: 'http://127.0.0.1:9/v1' }).embed(['hello'])).rejects.toMatchObject(gone);
  });

  test('works again after a failure', async () => {
    const embedder = anEmbedder();
    answer = (_input, response) => response.writeHead(503).end();
    await expect(embedder.embed(['hello'])).rejects.toThrow('status 503');
    answer = lengths;
    expect(await embedder.embed(['hello'])).toEqual([Int8Array.of(127, 0)]);
  });
});
