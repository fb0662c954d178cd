/** A real server that takes webhooks: notes what came, checks it with the reference library, and answers as told. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';

export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HookServer {
  readonly url: string;
  readonly heard: Heard[];
  /** What it answers from now on; null lets the sender wait. */
  answer: { status: number; text?: string; location?: string } | null;
}

export async function aHookServer(): Promise<HookServer> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    const { answer } = hooks;
    if (answer === null) return;
    if (answer.location) response.setHeader('location', answer.location);
    response.writeHead(answer.status).end(answer.text ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  const hooks: HookServer = { url, heard, answer: { status: 200 } };
  return hooks;
}

/** What the reference library reads in a message; it throws when the signature is not right. */
export const verifiedBy = (secret: string, { body, headers }: Heard): unknown =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

/** Headers of a message as the reference library signs it. */
export function signedBy(
  secret: string,
  { id, at, body }: { id: string; at: number; body: string },
): Record<string, string> {
  const time = new Date(at);
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, time, body),
  };
}
