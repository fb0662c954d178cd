/** How fast memory answers through the public API, from a folder with 100,000 facts of one owner. */
import { FACTS, questions, toldAt } from '../facts.ts';
import { atMost, type Figure, median, percentile } from '../figure.ts';
import { type NimaProcess, serveNima } from '../nima-process.ts';
import type { Bench, World } from '../world.ts';

const WARMING = 50;
const ASKED = 500;
const P95_MS_MAX = 25;
const CREATED = 300;

async function timeRecall(nima: NimaProcess, asked: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of asked) {
    const startedAt = performance.now();
    const { facts } = await nima.ask('GET', `/v1/memory/recall?query=${encodeURIComponent(question)}`);
    times.push(performance.now() - startedAt);
    if (facts.length === 0) throw new Error(`Nothing was recalled for "${question}".`);
  }
  return times.slice(WARMING);
}

async function timeCreate(nima: NimaProcess): Promise<number[]> {
  const writes: number[] = [];
  for (let at = 0; at < CREATED; at += 1) {
    const fact = `${toldAt(FACTS + at).fact}, told at ${Date.now()}`;
    const startedAt = performance.now();
    await nima.ask('POST', '/v1/memory/facts', { fact });
    writes.push(performance.now() - startedAt);
  }
  return writes;
}

async function measure(world: World): Promise<Figure[]> {
  const { path, importMs } = await world.facts();
  const nima = await serveNima({ folder: path });
  const times = await timeRecall(nima, questions(WARMING + ASKED));
  const writes = await timeCreate(nima);
  await nima.stop();
  const data = `${FACTS.toLocaleString('en')} facts of one owner, SQLite, over a socket`;
  return [
    {
      name: `recall at ${FACTS.toLocaleString('en')} facts, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      target: atMost(P95_MS_MAX),
      condition: `GET /v1/memory/recall, ${data}, ${ASKED} questions after ${WARMING} to warm up, median ${median(times).toFixed(1)} ms`,
    },
    {
      name: 'facts imported',
      value: (FACTS / importMs) * 1000,
      unit: '/s',
      target: null,
      condition: `POST /v1/memory/facts/import, 1,000 at once, SQLite synchronous=FULL`,
    },
    {
      name: 'facts created one by one',
      value: (CREATED / writes.reduce((sum, ms) => sum + ms, 0)) * 1000,
      unit: '/s',
      target: null,
      condition: `POST /v1/memory/facts, one client, ${data}, synchronous=FULL, median ${median(writes).toFixed(1)} ms`,
    },
  ];
}

export const recall: Bench = { name: 'recall', about: 'memory through the public API', run: measure };
