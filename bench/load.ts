/**
 * The generator of load, a program of its own: keeps sockets busy with one request, counts answers, prints JSON. It reads
 * no more of an answer than its status and length, so that it is never the slower side.
 * Run: node bench/load.ts <url> <seconds> <sockets> [token]
 */
import { connect, type Socket } from 'node:net';

export interface Load {
  readonly answers: number;
  readonly failures: number;
  readonly seconds: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Counts the answers in a socket's bytes, however they are cut. */
class Answers {
  #rest: Buffer = Buffer.alloc(0);

  /** Statuses of the answers that `chunk` completes. */
  push(chunk: Buffer): number[] {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const statuses: number[] = [];
    for (;;) {
      const end = this.#rest.indexOf(HEAD_END);
      if (end < 0) return statuses;
      const head = this.#rest.subarray(0, end).toString('latin1');
      const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) throw new Error(`An answer does not tell its length:\n${head}`);
      const next = end + HEAD_END.length + length;
      if (this.#rest.length < next) return statuses;
      statuses.push(Number(head.slice(9, 12)));
      this.#rest = this.#rest.subarray(next);
    }
  }
}

function keepBusy(socket: Socket, request: Buffer, count: (status: number) => void): void {
  const answers = new Answers();
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    for (const status of answers.push(chunk)) {
      count(status);
      socket.write(request);
    }
  });
  socket.once('connect', () => socket.write(request));
}

function main([address = '', seconds = '1', sockets = '1', token]: readonly string[]): void {
  const url = new URL(address);
  const bearer = token ? `Authorization: Bearer ${token}\r\n` : '';
  const request = Buffer.from(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n${bearer}\r\n`);
  let [answers, failures] = [0, 0];
  const startedAt = performance.now();
  for (let each = 0; each < Number(sockets); each += 1) {
    keepBusy(connect(Number(url.port), url.hostname), request, (status) => {
      answers += 1;
      if (status !== 200) failures += 1;
    });
  }
  setTimeout(() => {
    console.log(JSON.stringify({ answers, failures, seconds: (performance.now() - startedAt) / 1000 } satisfies Load));
    process.exit();
  }, Number(seconds) * 1000);
}

if (import.meta.main) main(process.argv.slice(2));
