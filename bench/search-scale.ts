/**
 * Speed and memory of the search index with 100,000 facts of one owner, made from a vocabulary whose words occur as
 * often as Zipf's law says, with hashed vectors. Run: npx node --expose-gc bench/search-scale.ts [documents] [--turns]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SearchChange, SearchSource } from '../src/kernel/ports.ts';
import { createHashedEmbedder } from '../src/platform/embedding/hashed.ts';
import { createSearch } from '../src/platform/search/search.ts';

const WORDS = 30_000;
/** The hundred most frequent words of a language carry grammar; the index leaves them out, as it does this one. */
const GRAMMAR_WORDS = 100;
const QUERIES = 400;
const TURNS_PER_GROUP = 40;

/** Mulberry32: the same texts on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A word for a rank: rare words are longer. */
function wordAt(rank: number): string {
  if (rank < GRAMMAR_WORDS) return 'the';
  const syllables = ['ka', 'lo', 'mi', 'ter', 'son', 'ra', 'vel', 'du', 'pin', 'ost', 'gre', 'ful', 'bi', 'nor', 'the'];
  let word = '';
  for (let rest = rank + 15; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % 15];
  return word;
}

function texts(count: number, words: () => number, next: () => number): string[] {
  const text = () => Array.from({ length: words() }, () => wordAt(Math.floor(WORDS ** next()) - 1)).join(' ');
  return Array.from({ length: count }, text);
}

interface Scale {
  readonly source: SearchSource;
  /** Time spent beside the index: embedding all texts, and making the documents the source hands out. */
  readonly spent: { readonly embedMs: number; readMs: number };
}

/** Hands out new objects for each call, as a database would, so that memory shows what the index itself holds. */
async function sourceOf(count: number, inGroups: boolean): Promise<Scale> {
  const next = random(1);
  const facts = texts(count, () => 8 + Math.floor(next() * 16), next);
  const startedAt = performance.now();
  const vectors = await createHashedEmbedder().embed(facts);
  const embedMs = performance.now() - startedAt;
  const changeAt = (at: number): SearchChange => {
    const id = Buffer.from(`fact_01HZX${String(at).padStart(16, '0')}`).toString();
    const place = inGroups ? { group: `g${Math.floor(at / TURNS_PER_GROUP)}`, speaker: at % 2 ? 'Ada' : 'Nima' } : {};
    const told = { text: facts[at] ?? '', category: `c${at % 7}`, time: at * 60_000 };
    return { id, revision: at + 1, document: { id, ...told, vector: (vectors[at] as Int8Array).slice(), ...place } };
  };
  const spent = { embedMs, readMs: 0 };
  const changes = async (_owner: string, after: number, limit: number) => {
    const startedAt = performance.now();
    const page = Array.from({ length: Math.min(limit, count - after) }, (_, at) => changeAt(after + at));
    spent.readMs += performance.now() - startedAt;
    return page;
  };
  return { source: { changes }, spent };
}

function percentile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
}

/** With turns of the event loop between, in which buffers that the collector found are given back. */
async function collectGarbage(): Promise<void> {
  for (let pass = 0; pass < 4; pass += 1) {
    globalThis.gc?.();
    await new Promise((next) => setTimeout(next, 20));
  }
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 100_000);
  const { source, spent } = await sourceOf(count, process.argv.includes('--turns'));
  const search = createSearch();
  await collectGarbage();
  const before = process.memoryUsage();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await search.query('facts', 'ada', source, { text: 'first', limit: 10 });
  const cpuMs = process.cpuUsage(cpuBefore).user / 1000 - spent.readMs;
  const buildMs = performance.now() - startedAt - spent.readMs;
  delay.disable();
  await collectGarbage();
  const after = process.memoryUsage();
  const mb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  console.log(`${count} documents, 256-d vectors; embedding ${((spent.embedMs * 1000) / count).toFixed(1)} µs each`);
  console.log(
    `build ${Math.round(buildMs)} ms (${Math.round(cpuMs)} ms of processor, collector included), longest block ${(delay.max / 1e6).toFixed(0)} ms, memory ${mb.toFixed(1)} MB`,
  );
  for (const withVector of [false, true]) {
    const times = await timeQueries(withVector, (query) => search.query('facts', 'ada', source, query));
    console.log(
      `${withVector ? 'words and vector' : 'words alone'}: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms`,
    );
  }
}

type Ask = (query: { text: string; limit: number; vector?: Int8Array }) => Promise<unknown>;

async function timeQueries(withVector: boolean, ask: Ask): Promise<number[]> {
  const next = random(2);
  const embedder = createHashedEmbedder();
  const times: number[] = [];
  for (const text of texts(QUERIES, () => 4 + Math.floor(next() * 6), next)) {
    const startedAt = performance.now();
    const [vector] = withVector ? await embedder.embed([text]) : [];
    await ask({ text, limit: 10, ...(vector && { vector }) });
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b);
}

await main();
