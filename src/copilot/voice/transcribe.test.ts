import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';

const OGG = Buffer.from('OggS\u0000\u0002 some speech').toString('base64');

async function bodyOf(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(Buffer.concat(chunks), { headers }).formData();
}

/** A server that hears what a test says it hears, and keeps what it was sent. */
async function aWhisper(answer: { status?: number; json: unknown }) {
  const heard: { path: string; key: string; form: FormData }[] = [];
  const server = createServer(async (request, response) => {
    const form = await bodyOf(request);
    heard.push({ path: request.url ?? '', key: request.headers.authorization ?? '', form });
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const nima = await aNima({ environment: { NIMA_VOICE_BASE_URL: url, NIMA_VOICE_API_KEY: 'sk-of-a-test' } });
  return { nima, heard };
}

test('speech becomes text at the configured server, sent as the form it wants', async () => {
  const { nima, heard } = await aWhisper({ json: { text: ' Scale it to two. ', language: 'en', duration: 1.5 } });
  const response = await nima.request('/v1/voice/transcribe', { json: { audio: OGG, language: 'en' } });
  expect(await response.json()).toMatchObject({ text: 'Scale it to two.', language: 'en', seconds: 1.5 });
  const [{ path, key, form } = {}] = heard as [{ path?: string; key?: string; form?: FormData }];
  expect([path, key]).toEqual(['/v1/audio/transcriptions', 'Bearer sk-of-a-test']);
  expect([form?.get('model'), form?.get('language')]).toEqual(['whisper-1', 'en']);
  const file = form?.get('file') as File;
  expect([file.name, file.type, Buffer.from(await file.arrayBuffer()).toString('base64')]).toEqual([
    'speech.ogg',
    'audio/ogg',
    OGG,
  ]);
});

test.each([
  [{ status: 401, json: {} }, 'unavailable', 'voice.apiKey'],
  [{ status: 429, json: {} }, 'limit', 'Wait'],
  [{ status: 400, json: {} }, 'invalid', 'recording'],
  [{ status: 500, json: {} }, 'unavailable', 'voice.baseUrl'],
  [{ json: { words: [] } }, 'unavailable', 'no transcript'],
])('a server that answers %j is told of in words', async (answer, kind, text) => {
  const { nima } = await aWhisper(answer);
  const failure = await failureOf(nima.call('voice.transcribe', { audio: OGG }));
  expect([failure.kind, failure.message]).toEqual([kind, expect.stringContaining(text)]);
  expect(failure.message).not.toContain('sk-of-a-test');
});

test('without a server the answer says what to set; bytes that are no sound never leave', async () => {
  const none = await failureOf((await aNima()).call('voice.transcribe', { audio: OGG }));
  expect(none).toMatchObject({ kind: 'unavailable', code: 'transcriber_missing' });
  const { nima, heard } = await aWhisper({ json: { text: 'x' } });
  const failure = await failureOf(
    nima.call('voice.transcribe', { audio: Buffer.from('MZ program').toString('base64') }),
  );
  expect(failure).toMatchObject({ kind: 'invalid', code: 'not_sound' });
  expect(heard).toEqual([]);
});
