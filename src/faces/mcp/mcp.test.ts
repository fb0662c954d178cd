import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aSmallHouse, OWNER, type SmallHouse } from '../../../test/support/small-house.ts';
import { createMcpHandler } from './http.ts';
import { serveMcpStdio } from './stdio.ts';

type Connect = (house: SmallHouse) => Promise<Client>;

const aClient = () => new Client({ name: 'a test', version: '1' });

const overHttp: Connect = async ({ host }) => {
  const handle = createMcpHandler(host);
  const server = createAdaptorServer({ fetch: (request) => handle(request, OWNER) }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = aClient();
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`);
  await client.connect(new StreamableHTTPClientTransport(url) as Transport);
  onTestFinished(async () => {
    await client.close();
    server.close();
  });
  return client;
};

/** The client's end of two pipes, as the SDK's own stdio transport has of a child process. */
function pipeTransport(toServer: PassThrough, fromServer: PassThrough): Transport {
  const buffer = new ReadBuffer();
  const transport: Transport = {
    async start() {
      fromServer.on('data', (chunk: Buffer) => {
        buffer.append(chunk);
        for (let message = buffer.readMessage(); message; message = buffer.readMessage())
          transport.onmessage?.(message);
      });
    },
    async send(message) {
      toServer.write(serializeMessage(message));
    },
    async close() {
      toServer.end();
      transport.onclose?.();
    },
  };
  return transport;
}

const overStdio: Connect = async ({ host }) => {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const serving = serveMcpStdio(host, OWNER, { stdin, stdout });
  const client = aClient();
  await client.connect(pipeTransport(stdin, stdout));
  onTestFinished(async () => {
    await client.close();
    await serving;
  });
  return client;
};

describe.each([
  ['streamable HTTP', overHttp],
  ['standard input and output', overStdio],
])('over %s', (_name, connect) => {
  test('a client finds the tools with what each may do', async () => {
    const { tools } = await (await connect(aSmallHouse())).listTools();
    const about = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
    expect(about.notes_list).toMatchObject({ readOnlyHint: true, destructiveHint: false, idempotentHint: true });
    expect(about.notes_create).toMatchObject({ readOnlyHint: false, destructiveHint: false, idempotentHint: false });
    expect(about.notes_remove).toMatchObject({ readOnlyHint: false, destructiveHint: true, idempotentHint: true });
    expect(Object.keys(about)).not.toContain('notes_watch');
    expect(Object.keys(about)).not.toContain('notes_export');
  });

  test('a call runs as an agent of the owner and answers with data and text', async () => {
    const house = aSmallHouse();
    const client = await connect(house);
    // The client checks structured answers against the schema it was told.
    await client.listTools();
    const answer = await client.callTool({ name: 'notes_create', arguments: { text: 'tea' } });
    expect(answer.structuredContent).toMatchObject({ id: 'n1', text: 'tea' });
    expect(JSON.parse((answer.content as { text: string }[])[0]?.text ?? '')).toMatchObject({ id: 'n1' });
    expect(house.actors).toEqual([{ ...OWNER, kind: 'agent', face: 'mcp' }]);
  });

  test('a failure is told to the model in words, with its code', async () => {
    const client = await connect(aSmallHouse());
    const answer = await client.callTool({ name: 'notes_get', arguments: { id: 'n9' } });
    expect(answer).toMatchObject({
      isError: true,
      content: [{ type: 'text', text: 'There is no note n9. "notes list" shows them. (note_unknown)' }],
    });
    expect(await client.callTool({ name: 'notes_create', arguments: {} })).toMatchObject({ isError: true });
    expect(await client.callTool({ name: 'nothing' })).toMatchObject({ isError: true });
  });

  test('what cannot be undone waits for the owner', async () => {
    const client = await connect(aSmallHouse());
    const answer = await client.callTool({ name: 'notes_remove', arguments: { id: 'n1' } });
    expect(answer).toMatchObject({
      isError: true,
      _meta: { 'nima/error': { code: 'approval_needed', details: { approval_id: 'a1' } } },
    });
  });
});
