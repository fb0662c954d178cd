/** How long Nima takes to understand a sentence offline, with every operation it has. */
import { modules } from '../../src/app/modules.ts';
import { buildCatalog } from '../../src/kernel/catalog.ts';
import { createLanguage } from '../../src/platform/language/language.ts';
import { type CatalogSet, scoreCatalog } from '../../test/evals/language/catalog-score.ts';
import { readPhrasings, readTalk } from '../../test/evals/language/score.ts';
import { atLeast, atMost, type Figure, median, percentile } from '../figure.ts';
import type { Bench } from '../world.ts';

const P95_MS_MAX = 10;
const INTENT_MIN = 95;
const INPUT_MIN = 92;
const TALK_MIN = 90;
const ROUNDS = 3;

/** Phrasings for the real catalog that nothing was learned from or tuned to. */
function quality(set: CatalogSet): Figure[] {
  const held = scoreCatalog(set);
  const condition = `${set}, ${held.sentences} phrasings and ${held.talkSentences} of talk, over ${held.operations} operations`;
  const figure = (name: string, share: number, target: Figure['target']): Figure => ({
    name,
    value: 100 * share,
    unit: '%',
    target,
    condition,
  });
  return [
    figure('the right operation understood', held.intent, atLeast(INTENT_MIN)),
    figure('the right input, where the operation is right', held.input, atLeast(INPUT_MIN)),
    figure('talk and forbidding words let pass', held.talk, atLeast(TALK_MIN)),
  ];
}

async function measure(): Promise<Figure[]> {
  const operations = [...buildCatalog(modules).operations.values()];
  const sentences = [
    ...operations.flatMap(({ examples }) => examples.map(({ say }) => say)),
    ...readPhrasings('held-back.tsv').map(({ say }) => say),
    ...readTalk('held-back-talk.txt'),
  ];
  const startedAt = performance.now();
  const language = createLanguage(operations, { modules });
  const learnedMs = performance.now() - startedAt;
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const sentence of sentences) {
      const askedAt = performance.now();
      language.understand(sentence);
      if (round > 0) times.push(performance.now() - askedAt);
    }
  }
  return [
    ...quality('catalog-held-back'),
    ...quality('fresh-held-back'),
    {
      name: 'understanding a sentence, p95',
      value: percentile(times, 0.95),
      unit: 'ms',
      target: atMost(P95_MS_MAX),
      condition: `the real catalog of ${operations.length} operations, in process, ${sentences.length} sentences ${ROUNDS} times after one round, median ${median(times).toFixed(2)} ms; learned when built in ${(learnedMs / 1000).toFixed(0)} s`,
    },
  ];
}

export const language: Bench = { name: 'language', about: 'understanding a sentence without a model', run: measure };
