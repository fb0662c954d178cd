/**
 * What `kill -9` costs: clients tell facts and messages side by side and note what was acknowledged; Nima is killed at a
 * random moment, started again, and asked for everything. On SQLite, and on PostgreSQL with fsync on.
 */
import { startPostgres, whyNoPostgres } from '../../test/support/postgres.ts';
import { atMost, type Figure } from '../figure.ts';
import { type NimaProcess, scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench, World } from '../world.ts';

const KILLS = 100;
const CLIENTS = 4;
/** The kill comes at a random moment of this span: from the first write in flight to a hundred acknowledged. */
const LIFE_MS_MIN = 50;
const LIFE_MS_MAX = 2000;
const PAGE = 200;

interface Told {
  readonly facts: string[];
  readonly messages: string[];
}

/** Tells facts and messages until the connection breaks; only what was answered counts as acknowledged. */
async function tell(nima: NimaProcess, client: string, told: Told): Promise<void> {
  for (let at = 0; ; at += 1) {
    const text = `${client} number ${at} keeps its word`;
    const isFact = at % 2 === 0;
    const { status } = isFact
      ? await nima.api('POST', '/v1/memory/facts', { fact: text })
      : await nima.api('POST', '/v1/chat', { messages: [{ role: 'user', content: text }] });
    if (status >= 300) throw new Error(`Nima answered ${status} under load.`);
    (isFact ? told.facts : told.messages).push(text);
  }
}

async function liveAndDie(nima: NimaProcess, round: number, told: Told): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, client) =>
    tell(nima, `round ${round} client ${client}`, told).catch(() => undefined),
  );
  await new Promise((resolve) => setTimeout(resolve, LIFE_MS_MIN + Math.random() * (LIFE_MS_MAX - LIFE_MS_MIN)));
  await nima.stop('SIGKILL');
  await Promise.all(clients);
}

/** Every fact there is, by the pages of the public API. */
async function allFacts(nima: NimaProcess): Promise<string[]> {
  const facts: { id: string; fact: string }[] = [];
  for (;;) {
    const before = facts.at(-1)?.id;
    const page = await nima.ask('GET', `/v1/memory/facts?limit=${PAGE}${before ? `&before=${before}` : ''}`);
    facts.push(...page.facts);
    if (page.facts.length < PAGE) return facts.map(({ fact }) => fact);
  }
}

/** What people said in every conversation; each was opened by one message. */
async function allMessages(nima: NimaProcess): Promise<string[]> {
  const said: string[] = [];
  for (let before = ''; ; ) {
    const { conversations } = await nima.ask('GET', `/v1/conversations?limit=${PAGE}${before}`);
    for (const { id } of conversations) {
      const { messages } = await nima.ask('GET', `/v1/conversations/${id}`);
      said.push(
        ...messages
          .filter(({ role }: { role: string }) => role === 'user')
          .map(({ content }: { content: string }) => content),
      );
    }
    if (conversations.length < PAGE) return said;
    const last = conversations.at(-1);
    before = `&before=${encodeURIComponent(last.updated_at)}&before_id=${last.id}`;
  }
}

function compare(told: readonly string[], kept: readonly string[]): { lost: number; doubled: number } {
  const there = new Set(kept);
  return { lost: told.filter((text) => !there.has(text)).length, doubled: kept.length - there.size };
}

async function killOn(world: World, database: string, databaseUrl?: string): Promise<Figure[]> {
  using folder = scratchFolder();
  const kills = world.count ?? KILLS;
  const told: Told = { facts: [], messages: [] };
  const options = { folder: folder.path, ...(databaseUrl ? { databaseUrl } : {}) };
  for (let round = 0; round < kills; round += 1) await liveAndDie(await serveNima(options), round, told);
  const nima = await serveNima(options);
  const facts = compare(told.facts, await allFacts(nima));
  const messages = compare(told.messages, await allMessages(nima));
  await nima.stop();
  const condition = `${database}; ${kills} kills at random moments, ${CLIENTS} clients; ${told.facts.length} facts and ${told.messages.length} messages acknowledged`;
  const unit = 'writes';
  return [
    {
      name: `acknowledged writes lost by kill -9, ${database}`,
      value: facts.lost + messages.lost,
      unit,
      target: atMost(0),
      condition,
    },
    {
      name: `writes doubled by kill -9, ${database}`,
      value: facts.doubled + messages.doubled,
      unit,
      target: atMost(0),
      condition,
    },
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

export const kill: Bench = { name: 'kill', about: 'what kill -9 costs under load', run: measure };
