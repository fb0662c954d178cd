/**
 * From "stop everything" to silence: between the calls of an agent that writes without pause, and inside calls that
 * would never end by themselves.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { atMost, type Figure, percentile } from '../figure.ts';
import { type NimaProcess, scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench, World } from '../world.ts';
import { allowOutside, type Outside, startOutside } from './outside.ts';

const ROUNDS = 10;
const AGENTS = 4;
/** As many as run side by side on one replica. */
const RUNNING = 4;
const SPAN_MS = 300;
const PATIENCE_MS = 10_000;

/** Lets an agent write facts until `isOver`. */
async function write(nima: NimaProcess, agent: string, isOver: () => boolean): Promise<void> {
  for (let at = 0; !isOver(); at += 1) {
    const content = `remember that ${agent} has written line ${at}`;
    await nima.api('POST', '/v1/chat', { messages: [{ role: 'user', content }] });
  }
}

/** Milliseconds from sending the stop to the last write that an agent got done; 0 when there was none after it. */
async function betweenCalls(nima: NimaProcess, round: number): Promise<number> {
  let isOver = false;
  const writing = Array.from({ length: AGENTS }, (_, agent) =>
    write(nima, `round ${round} agent ${agent}`, () => isOver),
  );
  const written = async () => (await nima.ask('GET', '/v1/memory/facts?limit=1')).total as number;
  const before = await written();
  while ((await written()) < before + AGENTS) await wait(SPAN_MS / 10);
  const sentAt = Date.now();
  await nima.ask('POST', '/v1/approvals/halt', {});
  await wait(2 * SPAN_MS);
  isOver = true;
  await Promise.all(writing);
  const { facts } = await nima.ask('GET', '/v1/memory/facts?limit=1');
  await nima.ask('POST', '/v1/approvals/resume', {});
  return Math.max(0, Date.parse(facts[0].created_at) - sentAt);
}

async function until(claim: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!claim()) {
    if (performance.now() > end) throw new Error('Running tasks were not cut off.');
    await wait(5);
  }
}

/** Milliseconds from sending the stop until the outside system sees the last connection go. */
async function insideCalls(nima: NimaProcess, outside: Outside, round: number): Promise<number> {
  for (let at = 0; at < RUNNING; at += 1) {
    const params = { url: `http://127.0.0.1:${outside.port}/hang`, method: 'POST' };
    await nima.ask('POST', '/v1/tasks/execute', {
      type: 'http',
      action: 'request',
      params,
      idempotency_key: `${round}-${at}`,
    });
  }
  await until(() => outside.hanging() === RUNNING);
  const sentAt = performance.now();
  await nima.ask('POST', '/v1/approvals/halt', {});
  await until(() => outside.hanging() === 0);
  const silentAt = outside.lastDroppedAt();
  await nima.ask('POST', '/v1/approvals/resume', {});
  return silentAt - sentAt;
}

async function measure(world: World): Promise<Figure[]> {
  using folder = scratchFolder();
  await using outside = await startOutside({ answerMs: null });
  allowOutside(folder.path);
  const nima = await serveNima({ folder: folder.path });
  const rounds = world.count ?? ROUNDS;
  const [between, inside]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    between.push(await betweenCalls(nima, round));
    inside.push(await insideCalls(nima, outside, round));
  }
  await nima.stop();
  const condition = `SQLite; ${rounds} stops; the slowest`;
  return [
    {
      name: 'stop to silence between calls',
      value: percentile(between, 1),
      unit: 'ms',
      target: atMost(500),
      condition: `${condition}; ${AGENTS} chats writing facts without pause`,
    },
    {
      name: 'stop to silence inside a call',
      value: percentile(inside, 1),
      unit: 'ms',
      target: atMost(2000),
      condition: `${condition}; ${RUNNING} tasks whose server never answers, until it sees the connections go`,
    },
  ];
}

export const stop: Bench = { name: 'stop', about: 'from "stop everything" to silence', run: measure };
