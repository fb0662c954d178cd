/** An outside system for benches: an HTTP server that counts what it carried out by idempotency key, and can hang. */

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface Outside extends AsyncDisposable {
  readonly port: number;
  /** How often each text was really carried out; a host that knows keys carries out a repeat no second time. */
  readonly carriedOut: ReadonlyMap<string, number>;
  /** Requests that came with a key known already. */
  repeats(): number;
  /** When the last request that hung was dropped by the other side, milliseconds of `performance.now()`. */
  lastDroppedAt(): number;
  hanging(): number;
}

export interface OutsideOptions {
  /** Time an answer takes; with none, requests hang. */
  readonly answerMs: number | null;
}

/** `POST /keys/<text>` honours idempotency keys, `POST /plain/<text>` does not. */
export async function startOutside({ answerMs }: OutsideOptions): Promise<Outside> {
  const carriedOut = new Map<string, number>();
  const keys = new Set<string>();
  let [repeats, droppedAt, hanging] = [0, 0, 0];
  const server = createServer((request, response) => {
    request.resume();
    if (answerMs === null) {
      hanging += 1;
      request.socket.once('close', () => {
        hanging -= 1;
        droppedAt = performance.now();
      });
      return;
    }
    const [, kind, text = ''] = (request.url ?? '').split('/');
    const key = String(request.headers['idempotency-key']);
    const isRepeat = keys.has(key);
    if (isRepeat) repeats += 1;
    keys.add(key);
    if (kind === 'plain' || !isRepeat) carriedOut.set(text, (carriedOut.get(text) ?? 0) + 1);
    setTimeout(() => response.end('{}'), answerMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    carriedOut,
    repeats: () => repeats,
    lastDroppedAt: () => droppedAt,
    hanging: () => hanging,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens this machine to tasks: by its address with keys, by its name without. */
export function allowOutside(folder: string): void {
  const settings = {
    outbound: { allowedHosts: ['127.0.0.1', 'localhost'] },
    integrations: { http: { hosts: { '127.0.0.1': { knowsIdempotencyKeys: true } } } },
  };
  writeFileSync(join(folder, 'nima.yaml'), JSON.stringify(settings));
}
