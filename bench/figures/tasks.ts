/**
 * What `kill -9` costs tasks: 1,000 are queued, each a POST that changes something; Nima is killed at random moments while
 * they run and started again. Half go to a host that knows idempotency keys, half to one that does not.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres, whyNoPostgres } from '../../test/support/postgres.ts';
import { atMost, type Figure } from '../figure.ts';
import { type NimaProcess, scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench, World } from '../world.ts';
import { allowOutside, type Outside, startOutside } from './outside.ts';

const TASKS = 1000;
const KILLS = 5;
const LIFE_MS_MIN = 800;
const LIFE_MS_MAX = 3000;
/** One task takes this long outside, so that a kill finds some of them there. */
const ANSWER_MS = 20;
/** A lease of 60 s, what recovers it, and the tasks that waited behind. */
const PATIENCE_MS = 240_000;
const PAGE = 200;

const isKeyed = (at: number): boolean => at % 2 === 0;

function requestOf(at: number, { port }: Outside): object {
  const url = isKeyed(at) ? `http://127.0.0.1:${port}/keys/t${at}` : `http://localhost:${port}/plain/t${at}`;
  return { type: 'http', action: 'request', params: { url, method: 'POST' }, idempotency_key: `t${at}` };
}

/** Queues tasks until the connection breaks; returns the first that was not acknowledged. */
async function queue(nima: NimaProcess, from: number, count: number, outside: Outside): Promise<number> {
  for (let at = from; at < count; at += 1) {
    const answer = await nima.api('POST', '/v1/tasks/execute', requestOf(at, outside)).catch(() => null);
    if (!answer) return at;
    if (answer.status !== 200) throw new Error(`A task was refused: ${JSON.stringify(answer.json)}`);
  }
  return count;
}

interface Ended {
  readonly status: string;
  readonly idempotency_key: string;
  readonly error: { readonly code: string } | null;
}

async function allTasks(nima: NimaProcess): Promise<Ended[]> {
  const tasks: (Ended & { id: string })[] = [];
  for (;;) {
    const before = tasks.at(-1)?.id;
    const page = await nima.ask('GET', `/v1/tasks/history?limit=${PAGE}${before ? `&before=${before}` : ''}`);
    tasks.push(...page.tasks);
    if (page.tasks.length < PAGE) return tasks;
  }
}

async function untilOver(nima: NimaProcess): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const { tasks } = await nima.ask('GET', '/v1/tasks?limit=1');
    if (tasks.length === 0) return;
    await wait(500);
  }
  throw new Error('Tasks were still open when the patience ended.');
}

/** Lost: acknowledged and neither done nor said to be uncertain. */
function lostOf(tasks: readonly Ended[], { carriedOut }: Outside, count: number): number {
  const byKey = new Map(tasks.map((task) => [task.idempotency_key, task]));
  return Array.from({ length: count }, (_, at) => `t${at}`).filter((key) => {
    const task = byKey.get(key);
    if (task?.status === 'succeeded') return !carriedOut.has(key);
    return task?.error?.code !== 'task_uncertain';
  }).length;
}

async function killOn(world: World, database: string, databaseUrl?: string): Promise<Figure[]> {
  using folder = scratchFolder();
  await using outside = await startOutside({ answerMs: ANSWER_MS });
  allowOutside(folder.path);
  const count = world.count ?? TASKS;
  const options = { folder: folder.path, ...(databaseUrl ? { databaseUrl } : {}) };
  let queued = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const nima = await serveNima(options);
    const life = wait(LIFE_MS_MIN + Math.random() * (LIFE_MS_MAX - LIFE_MS_MIN));
    const queuing = queue(nima, queued, count, outside);
    await life;
    await nima.stop('SIGKILL');
    queued = await queuing;
  }
  const nima = await serveNima(options);
  await queue(nima, queued, count, outside);
  await untilOver(nima);
  const tasks = await allTasks(nima);
  await nima.stop();
  const uncertain = tasks.filter(({ error }) => error?.code === 'task_uncertain').length;
  const twice = [...outside.carriedOut.values()].filter((times) => times > 1).length;
  const condition = `${database}; ${count} POST tasks of ${ANSWER_MS} ms, ${KILLS} kills while they ran, half to a host that knows keys; ${outside.repeats()} tries repeated under their key, ${uncertain} ended as "may or may not have happened"`;
  const about = { unit: 'tasks', target: atMost(0), condition };
  return [
    { name: `tasks lost by kill -9, ${database}`, value: lostOf(tasks, outside, count), ...about },
    { name: `tasks carried out twice, ${database}`, value: twice, ...about },
  ];
}

async function measure(world: World): Promise<Figure[]> {
  const figures = await killOn(world, 'SQLite');
  const reason = whyNoPostgres();
  if (reason) {
    console.log(`PostgreSQL is skipped: ${reason}`);
    return figures;
  }
  const server = await startPostgres({ isDurable: true });
  try {
    return [...figures, ...(await killOn(world, 'PostgreSQL, fsync on', server.urlOf('postgres')))];
  } finally {
    await server.stop();
  }
}

export const tasks: Bench = { name: 'tasks', about: 'what kill -9 costs 1,000 queued tasks', run: measure };
