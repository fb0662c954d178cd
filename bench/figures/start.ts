/** How long Nima takes from the command to the first healthy answer, on a folder it knows and on its first start. */
import { atMost, type Figure, median } from '../figure.ts';
import { scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench } from '../world.ts';

const STARTS = 7;
const MS_MAX = 2000;

async function startOnce(folder: string): Promise<number> {
  const nima = await serveNima({ folder });
  await nima.stop();
  return nima.startMs;
}

async function measure(): Promise<Figure[]> {
  using known = scratchFolder();
  await startOnce(known.path);
  const [first, again]: [number[], number[]] = [[], []];
  for (let round = 0; round < STARTS; round += 1) {
    using fresh = scratchFolder();
    first.push(await startOnce(fresh.path));
    again.push(await startOnce(known.path));
  }
  const condition = (folder: string) =>
    `bin/nima serve to the first 200 of /health, ${folder}, SQLite, after make build, median of ${STARTS}, slowest `;
  const slowest = (times: readonly number[]) => `${Math.round(Math.max(...times))} ms`;
  const target = atMost(MS_MAX);
  return [
    { name: 'start', value: median(again), unit: 'ms', target, condition: condition('known folder') + slowest(again) },
    {
      name: 'first start',
      value: median(first),
      unit: 'ms',
      target,
      condition: condition('empty folder') + slowest(first),
    },
  ];
}

export const start: Bench = { name: 'start', about: 'from the command to the first healthy answer', run: measure };
