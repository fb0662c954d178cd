/** A person tells Nima three things, pulls the plug, and asks again by every way in. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, test, vi } from 'vitest';
import { aDatabaseEnvironment } from '../support/nima.ts';
import { aFolder, type NimaProcess, runNima, startNima } from '../support/process.ts';
import { startStubOpenAi } from '../support/stub-openai.ts';
import { until } from '../support/until.ts';

// Each step starts a process; a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

const chat = (nima: NimaProcess, content: string) =>
  nima.api('POST', '/v1/chat', { messages: [{ role: 'user', content }] });

async function tellThreeThings(nima: NimaProcess): Promise<void> {
  for (const content of [
    'My cluster is called ElderTree',
    'we deploy with Flux',
    'remember that backups run on Sundays',
  ])
    await chat(nima, content);
  await until(async () => (await nima.api('GET', '/v1/memory/facts')).total === 3);
}

const textOf = (result: object): string =>
  (result as { content: { text: string }[] }).content.map(({ text }) => text).join('\n');

test('what was told before kill -9 is answered after it, with the fact cited', async () => {
  const [folder, database] = [aFolder(), await aDatabaseEnvironment()];
  const before = await startNima(folder, database);
  await tellThreeThings(before);
  await before.kill('SIGKILL');

  const nima = await startNima(folder, database);
  const answer = await chat(nima, 'What is my cluster called?');

  expect(nima.password).toBeNull();
  expect(answer.response).toContain('ElderTree');
  expect(answer.facts_used).toMatchObject([{ fact: 'Cluster is called ElderTree' }]);
});

test('the command line answers the same, with the server and without it', async () => {
  const [folder, database] = [aFolder(), await aDatabaseEnvironment()];
  const nima = await startNima(folder, database);
  await tellThreeThings(nima);

  const beside = await runNima(folder, ['chat', 'how do we deploy?'], { environment: database });
  await nima.kill();
  const alone = await runNima(folder, ['chat', 'how do we deploy?'], { environment: database });

  expect(beside).toMatchObject({ code: 0 });
  expect(beside.stdout).toContain('Flux');
  expect(alone.stdout).toContain('Flux');
});

test('an MCP client reads memory over HTTP and over stdio, and asks before it forgets', async () => {
  const [folder, database] = [aFolder(), await aDatabaseEnvironment()];
  const nima = await startNima(folder, database);
  await tellThreeThings(nima);
  const token = readFileSync(join(folder, 'local-token'), 'utf8').trim();
  const client = new Client({ name: 'a-client', version: '1.0.0' });
  const headers = { Authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${nima.url}/mcp`), { requestInit: { headers } }));

  const recalled = await client.callTool({ name: 'memory_recall', arguments: { query: 'backups' } });
  const [fact] = JSON.parse(textOf(recalled)).facts;
  const forgotten = await client.callTool({ name: 'memory_facts_remove', arguments: { id: fact.id } });

  expect(fact.fact).toMatch(/backups run on Sundays/i);
  expect(forgotten.isError).toBe(true);
  expect(textOf(forgotten)).toContain('waits for the owner');
  await client.close();
  await nima.kill();

  const alone = new Client({ name: 'a-client', version: '1.0.0' });
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    NIMA_DATA_FOLDER: folder,
    NIMA_MODEL_PROVIDER: 'offline',
    ...database,
  };
  await alone.connect(
    new StdioClientTransport({ command: join(import.meta.dirname, '../../bin/nima'), args: ['mcp'], env: environment }),
  );
  const said = await alone.callTool({
    name: 'chat_send',
    arguments: { messages: [{ role: 'user', content: 'how do we deploy?' }] },
  });

  expect(textOf(said)).toContain('Flux');
  await alone.close();
});

test('a model with tools remembers through the same pipeline and is told what memory holds', async () => {
  const model = await startStubOpenAi();
  const folder = aFolder();
  const environment = {
    ...(await aDatabaseEnvironment()),
    NIMA_MODEL_PROVIDER: 'openai-compatible',
    NIMA_MODEL_BASE_URL: model.url,
  };
  const before = await startNima(folder, environment);

  const told = await chat(before, 'Please remember that the router is in the hallway closet');
  await before.kill('SIGKILL');
  const nima = await startNima(folder, environment);
  const asked = await chat(nima, 'Where is the router?');

  expect(told.calls).toMatchObject([{ operation: 'memory.facts.create', state: 'done' }]);
  expect(asked.response).toMatch(/hallway closet/);
  expect(asked.facts_used).toHaveLength(1);
  await model.stop();
});
