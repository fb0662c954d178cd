import { expect, test } from 'vitest';
import { silentLog } from '../../../test/support/log.ts';
import { aSmallHouse } from '../../../test/support/small-house.ts';
import { createRest } from './create-rest.ts';
import { openApiOf } from './openapi.ts';

function aRest() {
  const { host } = aSmallHouse();
  return createRest({
    host,
    log: silentLog,
    allowedHosts: [],
    bodyBytesMax: 1000,
    trustLoopback: false,
    now: Date.now,
  }).app;
}
const get = (path: string) => aRest().request(`http://localhost${path}`, { headers: { Host: 'localhost' } });

interface Described {
  operationId: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: { 'application/json': { schema: { properties: object; required: string[] } } } };
  responses: Record<string, { description: string; content: object }>;
  security: object[];
}

test('the document names every operation with its parameters, answers and failures', async () => {
  const { paths, openapi } = (await (await get('/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, Described>>;
  };
  expect(openapi).toBe('3.1.0');
  expect(paths['/v1/notes/{id}']?.get).toMatchObject({
    operationId: 'notes.get',
    tags: ['notes'],
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { '404': { description: 'not_found: note_unknown' } },
    'x-effect': 'read',
    'x-permission': 'notes:read',
  });
  expect(paths['/v1/notes']?.post?.requestBody?.content['application/json']).toMatchObject({
    schema: { required: ['text'] },
    examples: { example1: { summary: 'note that the kettle is new', value: { text: 'the kettle is new' } } },
  });
  expect(
    Object.keys(paths['/v1/notes/{id}']?.put?.requestBody?.content['application/json'].schema.properties ?? {}),
  ).toEqual(['text']);
  expect(Object.keys(paths['/v1/notes/watch']?.get?.responses['200']?.content ?? {})).toContain('text/event-stream');
  expect(paths['/v1/notes/sessions']?.post?.security).toEqual([]);
});

test('every reference in the document leads somewhere', () => {
  const { catalog } = aSmallHouse();
  const text = JSON.stringify(openApiOf(catalog, '1'));
  expect([...new Set(text.match(/"\$ref":"[^"]+"/g))]).toEqual(['"$ref":"#/components/schemas/Failure"']);
});

test('the try-out page and its files come from here, without inline script', async () => {
  const page = await get('/docs');
  const text = await page.text();
  expect(text).not.toMatch(/<script>|https?:/);
  for (const [, file = ''] of text.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await get(file)).status).toBe(200);
  expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
});

test('the reading page shows every operation and loads nothing from elsewhere', async () => {
  const text = await (await get('/redoc')).text();
  expect(text).toContain('<code>GET /v1/notes/{id}</code>');
  expect(text).toContain('note_unknown');
  expect(text).not.toMatch(/<script|https?:/);
  expect((await get('/redoc/style.css')).headers.get('Content-Type')).toContain('text/css');
});
