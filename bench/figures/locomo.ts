/** How often memory finds what answers a question, on LoCoMo: with no model beside BM25, and with the vectors of one that is set. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedderOf } from '../../src/app/providers.ts';
import { loadSettings } from '../../src/platform/settings/load.ts';
import { atLeast, type Figure } from '../figure.ts';
import { type Conversation, LOCOMO_FOLDER, readLocomo } from '../locomo/dataset.ts';
import { rankDirectly } from '../locomo/direct.ts';
import { losses, meanRecall, type Outcome, sessionsFound } from '../locomo/recall.ts';
import { rankThroughApi } from '../locomo/through-api.ts';
import { plainBm25, stemmedBm25 } from '../peers/bm25.ts';
import type { Bench } from '../world.ts';

const RESULTS = join(import.meta.dirname, '../results');
const TARGETS = [
  [10, 81],
  [1, 47],
] as const;

/** Any session of the evidence first, all of them among the first five. */
const SESSIONS = [
  ['any', 1],
  ['all', 5],
] as const;

function writeLosses(conversations: readonly Conversation[], outcomes: readonly Outcome[]): string {
  const texts = new Map(conversations.flatMap(({ id, turns }) => turns.map((turn) => [`${id} ${turn.id}`, turn])));
  const textOf = (conversation: string, turn: string) => {
    const found = texts.get(`${conversation} ${turn}`);
    return found === undefined ? 'not in the data' : `${found.speaker}: ${found.text}`;
  };
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, 'locomo-api-losses.txt');
  writeFileSync(file, losses(outcomes, textOf).join('\n'));
  return file;
}

interface Ways {
  readonly ours: readonly Outcome[];
  readonly plain: readonly Outcome[];
  readonly stemmed: readonly Outcome[];
}

function figuresAt(depth: 1 | 10, target: number, { ours, plain, stemmed }: Ways): Figure[] {
  const condition = `LoCoMo developer split, ${ours.length} questions, turns imported and asked for over REST (GET /v1/memory/recall), no model; BM25 of stems and neighbours ${meanRecall(stemmed, depth).toFixed(1)} %`;
  const peerOf = (some: readonly Outcome[]) => ({ name: 'plain BM25', value: meanRecall(some, depth) });
  const all: Figure = {
    name: `evidence recall@${depth}`,
    value: meanRecall(ours, depth),
    unit: '%',
    target: atLeast(target),
    condition,
    peer: peerOf(plain),
  };
  const theirs = Map.groupBy(plain, ({ question }) => question.category);
  const byCategory = [...Map.groupBy(ours, ({ question }) => question.category)].map(([category, some]) => ({
    name: `  ${category}`,
    value: meanRecall(some, depth),
    unit: '%',
    target: null,
    condition: `${some.length} questions`,
    peer: peerOf(theirs.get(category) ?? []),
  }));
  return [all, ...byCategory];
}

function sessionFigures({ ours, plain }: Ways): Figure[] {
  return SESSIONS.map(([which, k]) => ({
    name: `session ${which}@${k}`,
    value: sessionsFound(ours, which, k),
    unit: '%',
    target: null,
    condition: `the same questions and answers; ${which === 'any' ? 'a session' : 'every session'} that holds the evidence among the first ${k}`,
    peer: { name: 'plain BM25', value: sessionsFound(plain, which, k) },
  }));
}

/** How many turns the vectors of the embedder that is set would find; talk itself is kept without them (ADR 0014). */
async function meaningFigures(conversations: readonly Conversation[]): Promise<Figure[]> {
  const embedder = embedderOf(loadSettings());
  if (!embedder.knowsMeaning) {
    console.log('No embedding model is set, so none was measured: docs/guide/embedding.md says how.');
    return [];
  }
  const [words, both] = [await rankDirectly(conversations, null), await rankDirectly(conversations, embedder)];
  const condition = `turns straight in the index, ranked by words and vectors of ${embedder.id}`;
  const figure = (name: string, of: (outcomes: readonly Outcome[]) => number): Figure => ({
    name: `${name}, with vectors`,
    value: of(both),
    unit: '%',
    target: null,
    condition,
    peer: { name: 'words alone', value: of(words) },
  });
  return [
    ...TARGETS.map(([depth]) => figure(`evidence recall@${depth}`, (outcomes) => meanRecall(outcomes, depth))),
    ...SESSIONS.map(([which, k]) => figure(`session ${which}@${k}`, (outcomes) => sessionsFound(outcomes, which, k))),
  ];
}

async function measure(): Promise<readonly Figure[]> {
  const conversations = readLocomo(LOCOMO_FOLDER);
  if (conversations === null) {
    console.log(`Skipped: LoCoMo is not at ${LOCOMO_FOLDER}; its licence does not let it be shipped.`);
    return [];
  }
  const ours = await rankThroughApi(conversations);
  const ways = { ours, plain: plainBm25(conversations), stemmed: stemmedBm25(conversations) };
  console.log(`What was not found is in ${writeLosses(conversations, ours)}`);
  return [
    ...TARGETS.flatMap(([depth, target]) => figuresAt(depth, target, ways)),
    ...sessionFigures(ways),
    ...(await meaningFigures(conversations)),
  ];
}

export const locomo: Bench = {
  name: 'locomo',
  about: 'evidence found for a question, without a model and with vectors of one',
  run: measure,
};
