/** What Nima itself adds to an answer: from the request to the first byte of its stream, with a model that costs next to nothing. */
import { FACTS, questions } from '../facts.ts';
import { atMost, type Figure, median, percentile } from '../figure.ts';
import { type Streamed, serveNima } from '../nima-process.ts';
import type { Bench, World } from '../world.ts';

const WARMING = 20;
const ASKED = 200;
const P95_MS_MAX = 50;

async function measure(world: World): Promise<Figure[]> {
  const { path } = await world.facts();
  const nima = await serveNima({ folder: path });
  const streamed: Streamed[] = [];
  for (const content of questions(WARMING + ASKED, 11)) {
    streamed.push(await nima.stream('/v1/chat/stream', { messages: [{ role: 'user', content }] }));
  }
  await nima.stop();
  const times = (of: 'firstByteMs' | 'firstWordMs' | 'endMs') => streamed.slice(WARMING).map((each) => each[of]);
  const condition = `POST /v1/chat/stream, ${FACTS.toLocaleString('en')} facts of one owner, offline model, SQLite synchronous=FULL, over a socket, ${ASKED} answers in new conversations after ${WARMING}`;
  const figure = (name: string, of: Parameters<typeof times>[0], target: Figure['target']): Figure => ({
    name,
    value: percentile(times(of), 0.95),
    unit: 'ms',
    target,
    condition: `${condition}, median ${median(times(of)).toFixed(1)} ms`,
  });
  return [
    figure('chat to the first byte, p95', 'firstByteMs', atMost(P95_MS_MAX)),
    figure('chat to the first word, p95', 'firstWordMs', null),
    figure('chat to the end, p95', 'endMs', null),
  ];
}

export const chat: Bench = { name: 'chat', about: 'what Nima adds to an answer', run: measure };
