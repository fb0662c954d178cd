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
  /** `what was said → what was answered`. */
  readonly talks: string[];
}

const talkOf = (said: string, answer: string): string => `${said} → ${answer}`;

/** Tells one fact or message, and notes it once it is acknowledged. */
async function tellOne(nima: NimaProcess, text: string, { facts, talks }: Told, isFact: boolean): Promise<void> {
  const { status, json } = isFact
    ? await nima.api('POST', '/v1/memory/facts', { fact: text })
    : await nima.api('POST', '/v1/chat', { messages: [{ role: 'user', content: text }] });
  if (status !== 200) throw new Refusal(`Nima answered ${status} under load: ${JSON.stringify(json)}`);
  if (isFact) facts.push(text);
  else talks.push(talkOf(text, json.response));
}

/** An answer that is no success ends the bench; a connection that breaks is what it is about. */
class Refusal extends Error {}

/** Tells facts and messages until the connection breaks. */
async function tell(nima: NimaProcess, client: string, told: Told): Promise<void> {
  try {
    for (let at = 0; ; at += 1) await tellOne(nima, `${client} number ${at} keeps its word`, told, at % 2 === 0);
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
  }
}

async function liveAndDie(nima: NimaProcess, round: number, told: Told): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, client) => tell(nima, `round ${round} client ${client}`, told));
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

interface Message {
  readonly role: string;
  readonly content: string;
}

/** What was said and answered in every conversation; each was opened by one message. */
async function allTalks(nima: NimaProcess): Promise<string[]> {
  const said: string[] = [];
  for (let before = ''; ; ) {
    const { conversations } = await nima.ask('GET', `/v1/conversations?limit=${PAGE}${before}`);
    for (const { id } of conversations) {
      const { messages } = await nima.ask('GET', `/v1/conversations/${id}`);
      const by = (role: string) => (messages as Message[]).filter((each) => each.role === role);
      for (const { content } of by('user')) said.push(talkOf(content, by('assistant')[0]?.content ?? ''));
    }
    if (conversations.length < PAGE) return said;
    const last = conversations.at(-1);
    before = `&before=${encodeURIComponent(last.updated_at)}&before_id=${last.id}`;
  }
}

/** Doubled is what was said more often than told: every text is told once. */
function compare(told: readonly string[], kept: readonly string[]): { lost: number; doubled: number } {
  const there = new Set(kept);
  const said = new Set(kept.map((text) => text.split(' → ')[0]));
  return { lost: told.filter((text) => !there.has(text)).length, doubled: kept.length - said.size };
}

async function killOn(world: World, database: string, databaseUrl?: string): Promise<Figure[]> {
  using folder = scratchFolder();
  const kills = world.count ?? KILLS;
  const told: Told = { facts: [], talks: [] };
  const options = { folder: folder.path, ...(databaseUrl ? { databaseUrl } : {}) };
  for (let round = 0; round < kills; round += 1) await liveAndDie(await serveNima(options), round, told);
  const nima = await serveNima(options);
  const facts = compare(told.facts, await allFacts(nima));
  const talks = compare(told.talks, await allTalks(nima));
  await nima.stop();
  const condition = `${database}; ${kills} kills at random moments, ${CLIENTS} clients; ${told.facts.length} facts and ${told.talks.length} answered messages acknowledged`;
  const unit = 'writes';
  return [
    {
      name: `acknowledged writes lost by kill -9, ${database}`,
      value: facts.lost + talks.lost,
      unit,
      target: atMost(0),
      condition,
    },
    {
      name: `writes doubled by kill -9, ${database}`,
      value: facts.doubled + talks.doubled,
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
