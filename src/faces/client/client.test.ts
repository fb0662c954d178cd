import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../../test/support/log.ts';
import { aSmallHouse } from '../../../test/support/small-house.ts';
import { inputSchemaOf } from '../../kernel/schemas.ts';
import { createRest } from '../rest/create-rest.ts';
import { printType } from './print-type.ts';
import { remoteInvoker } from './remote.ts';
import { writeClient } from './write-client.ts';

interface NotesClient {
  notes: Record<string, (input?: object, options?: object) => Promise<never>> & {
    watch: (input?: object, options?: object) => AsyncIterable<{ seq: number; text: string }>;
  };
}
interface Generated {
  createClient(options: object): NotesClient;
  NimaError: new (...args: never[]) => Error;
}

function aServedHouse() {
  const house = aSmallHouse();
  const { app } = createRest({
    host: house.host,
    log: silentLog,
    allowedHosts: [],
    bodyBytesMax: 10_000,
    trustLoopback: false,
    now: Date.now,
  });
  const requests: Request[] = [];
  const fetch = async (url: string, options: RequestInit) => {
    const request = new Request(url, { ...options, headers: { ...options.headers, Host: 'localhost' } });
    requests.push(request);
    return app.request(request);
  };
  return { ...house, requests, fetch: fetch as typeof globalThis.fetch };
}

async function generated(): Promise<Generated> {
  const folder = mkdtempSync(join(tmpdir(), 'nima-client-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'client.ts'), writeClient(aSmallHouse().catalog));
  return import(join(folder, 'client.ts'));
}

async function aClient() {
  const house = aServedHouse();
  const { createClient } = await generated();
  return { ...house, api: createClient({ baseUrl: 'http://localhost', fetch: house.fetch, token: 'owner-token' }) };
}

describe('the generated client', () => {
  test('calls operations by their names', async () => {
    const { api } = await aClient();
    expect(await api.notes.create?.({ text: 'tea' })).toMatchObject({ id: 'n1', text: 'tea' });
    expect(await api.notes.get?.({ id: 'n1' })).toMatchObject({ text: 'tea' });
    expect(await api.notes.list?.({ labels: ['a', 'b'], limit: 3 })).toMatchObject({
      asked: expect.stringContaining('{"labels":["a","b"],"limit":3'),
    });
  });

  test('throws what went wrong, with kind, case and status', async () => {
    const { api } = await aClient();
    await expect(api.notes.get?.({ id: 'a/b' })).rejects.toMatchObject({
      name: 'NimaError',
      kind: 'not_found',
      code: 'note_unknown',
      status: 404,
      message: 'There is no note a/b. "notes list" shows them.',
    });
  });

  test('goes on after the last event when a stream breaks off', async () => {
    const { api, streaming, requests, fetch } = await aClient();
    const { createClient } = await generated();
    const breaking = (async (url: string, options: RequestInit) => {
      const response = await fetch(url, options);
      if (requests.length > 1) return response;
      const [frame] = (await response.text()).split('\n\n');
      const broken = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(`${frame}\n\n`)),
        pull: (controller) => controller.error(new TypeError('the line broke')),
      });
      return new Response(broken, { headers: response.headers });
    }) as typeof fetch;
    const client = createClient({ baseUrl: 'http://localhost', fetch: breaking, token: 'owner-token' });
    const texts: string[] = [];
    for await (const { text } of client.notes.watch()) texts.push(text);
    expect(texts).toEqual(['word 1 ', 'word 2 ', 'word 3 ']);
    expect(requests[1]?.headers.get('Last-Event-ID')).toBe('1');
    streaming.events = async function* () {
      yield { seq: 1, type: 'text.delta' };
      throw new Error('the pen broke');
    };
    await expect(Array.fromAsync(api.notes.watch())).rejects.toMatchObject({ name: 'NimaError', kind: 'internal' });
  });

  test('is correct TypeScript and names nothing of the source', () => {
    const text = writeClient(aSmallHouse().catalog);
    expect(text).not.toMatch(/^import /m);
    expect(text.startsWith('/* Generated')).toBe(true);
    const use = `
      const api = createClient({ token: 't' });
      const made: Promise<NotesCreateOutput> = api.notes.create({ text: 'x', labels: ['a'] });
      for await (const { seq } of api.notes.watch({ after: 2 })) seq.toFixed();
      api.notes.list();
      // @ts-expect-error the text is missing
      api.notes.create({});
      // @ts-expect-error there is no such order
      api.notes.list({ order: 'sideways' });
      export { made };`;
    expect(typeErrors(text + use)).toEqual([]);
  });
});

function typeErrors(text: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === 'client.ts' ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram(['client.ts'], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('types', () => {
  test.each([
    [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [{ enum: ['a', 1] }, '"a" | 1'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, 'Record<string, number>'],
    [{ type: 'object', properties: {}, additionalProperties: false }, 'Record<string, never>'],
    [{}, 'unknown'],
  ])('%o is %s', (schema, type) => expect(printType(schema)).toBe(type));

  test('what a field means stands above it', () => {
    const operation = aSmallHouse().catalog.operations.get('notes.create');
    expect(operation && printType(inputSchemaOf(operation))).toContain('/** What to note */\n  text: string;');
  });
});

describe('a remote call', () => {
  const house = aServedHouse();
  const operation = (name: string) => {
    const found = house.catalog.operations.get(name);
    if (!found) throw new Error(name);
    return found;
  };
  const invoke = remoteInvoker({ url: 'http://localhost/', token: 'owner-token', fetch: house.fetch });

  test('answers as the pipeline does', async () => {
    expect(await invoke(operation('notes.create'), { text: 'tea' })).toMatchObject({ id: 'n1' });
    const events = (await invoke(operation('notes.watch'), {})) as AsyncIterable<unknown>;
    expect(await Array.fromAsync(events)).toHaveLength(3);
  });

  test('fails as the pipeline does', async () => {
    await expect(invoke(operation('notes.get'), { id: 'n9' })).rejects.toMatchObject({
      name: 'Failure',
      kind: 'not_found',
      code: 'note_unknown',
    });
  });

  test('says how to start a server that is not there', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed'));
    const lost = remoteInvoker({ url: 'http://localhost:1', token: 't', fetch });
    await expect(lost(operation('notes.list'), {})).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('nima serve'),
    });
  });
});
