/**
 * The generator of load, a program of its own: keeps sockets busy with one request, counts answers, prints JSON. It reads
 * the head of a socket's first answer and after that counts bytes, so that it is never the slower side.
 * Run: node bench/load.ts <url> <seconds> <sockets> [token]
 */
import { connect, type Socket } from 'node:net';

export interface Load {
  readonly answers: number;
  readonly failures: number;
  readonly seconds: number;
}

const HEAD_END = '\r\n\r\n';
/** Where the status stands in `HTTP/1.1 200 OK`. */
const STATUS_AT = 9;

/** Bytes of a whole answer, read from its beginning; null while its head has not come. */
function lengthOf(answer: Buffer): number | null {
  const end = answer.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = answer.subarray(0, end).toString('latin1');
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`An answer does not tell its length:\n${head}`);
  return end + HEAD_END.length + length;
}

const isOk = (answer: Buffer): boolean => answer.toString('latin1', STATUS_AT, STATUS_AT + 3) === '200';

/** Asks again as soon as an answer is whole. Every answer to the same question has the length of the first. */
function keepBusy(socket: Socket, request: Buffer, count: (isGood: boolean) => void): void {
  let length: number | null = null;
  let got: Buffer = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const isGood = isOk(got);
    // An answer that fails is of another length; where the next one begins is then read anew.
    if (length === null || !isGood) length = lengthOf(got);
    if (length === null || got.length < length) return;
    if (got.length > length) throw new Error(`An answer is longer than the first: ${got.length} bytes, not ${length}.`);
    got = Buffer.alloc(0);
    if (!isGood) length = null;
    count(isGood);
    socket.write(request);
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
    keepBusy(connect(Number(url.port), url.hostname), request, (isGood) => {
      answers += 1;
      if (!isGood) failures += 1;
    });
  }
  setTimeout(() => {
    console.log(JSON.stringify({ answers, failures, seconds: (performance.now() - startedAt) / 1000 } satisfies Load));
    process.exit();
  }, Number(seconds) * 1000);
}

if (import.meta.main) main(process.argv.slice(2));
