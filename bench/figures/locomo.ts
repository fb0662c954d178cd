/** How often memory finds what answers a question, on LoCoMo, with no model, beside BM25. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, type Figure } from '../figure.ts';
import { type Conversation, LOCOMO_FOLDER, readLocomo } from '../locomo/dataset.ts';
import { losses, meanRecall, type Outcome, sessionsFound } from '../locomo/recall.ts';
import { rankThroughApi } from '../locomo/through-api.ts';
import { plainBm25, stemmedBm25 } from '../peers/bm25.ts';
import type { Bench } from '../world.ts';

const RESULTS = join(import.meta.dirname, '../results');
const TARGETS = [
  [10, 81],
  [1, 47],
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
  const asked = [
    ['any', 1],
    ['all', 5],
  ] as const;
  return asked.map(([which, k]) => ({
    name: `session ${which}@${k}`,
    value: sessionsFound(ours, which, k),
    unit: '%',
    target: null,
    condition: `the same questions and answers; ${which === 'any' ? 'a session' : 'every session'} that holds the evidence among the first ${k}`,
    peer: { name: 'plain BM25', value: sessionsFound(plain, which, k) },
  }));
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
  return [...TARGETS.flatMap(([depth, target]) => figuresAt(depth, target, ways)), ...sessionFigures(ways)];
}

export const locomo: Bench = { name: 'locomo', about: 'evidence found for a question, without a model', run: measure };
