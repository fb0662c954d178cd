/** How long Nima takes to understand a sentence offline, with every operation it has. */
import { modules } from '../../src/app/modules.ts';
import { buildCatalog } from '../../src/kernel/catalog.ts';
import { createLanguage } from '../../src/platform/language/language.ts';
import { readPhrasings, readTalk } from '../../test/evals/language/score.ts';
import { atMost, type Figure, median, percentile } from '../figure.ts';
import type { Bench } from '../world.ts';

const P95_MS_MAX = 10;
const ROUNDS = 3;
const LEARNED = 3;

async function measure(): Promise<Figure[]> {
  const operations = [...buildCatalog(modules).operations.values()];
  const sentences = [
    ...operations.flatMap(({ examples }) => examples.map(({ say }) => say)),
    ...readPhrasings('held-back.tsv').map(({ say }) => say),
    ...readTalk('held-back-talk.txt'),
  ];
  const learning: number[] = [];
  let language = createLanguage(operations);
  for (let round = 0; round < LEARNED; round += 1) {
    const startedAt = performance.now();
    language = createLanguage(operations);
    learning.push(performance.now() - startedAt);
  }
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const sentence of sentences) {
      const startedAt = performance.now();
      language.understand(sentence);
      if (round > 0) times.push(performance.now() - startedAt);
    }
  }
  return [
    {
      name: 'understanding a sentence, p95',
      value: percentile(times, 0.95),
      unit: 'ms',
      target: atMost(P95_MS_MAX),
      condition: `the real catalog of ${operations.length} operations, in process, ${sentences.length} sentences ${ROUNDS} times after one round, median ${median(times).toFixed(2)} ms; learned at start in ${Math.round(median(learning))} ms`,
    },
  ];
}

export const language: Bench = { name: 'language', about: 'understanding a sentence without a model', run: measure };
