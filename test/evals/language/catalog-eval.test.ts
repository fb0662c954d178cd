/**
 * How well every operation Nima offers in chat is understood offline, on phrasings and talk that nothing was learned from
 * or tuned to. How fast it is `npm run bench -- language` measures.
 */
import { expect, test } from 'vitest';
import { scoreCatalog } from './catalog-score.ts';

/** The goal is 95 % of intents, reached on the larger set; the smaller turns on a sentence. The others are the goal. */
const FLOOR = { intent: 0.94, input: 0.92, talk: 0.9 } as const;

test.each([
  'catalog-held-back',
  'fresh-held-back',
] as const)('people are understood over the whole catalog, and ordinary talk is left alone: %s', (set) => {
  const held = scoreCatalog(set);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${set}: intent ${percent(held.intent)} of ${held.sentences}, input ${percent(held.input)}, ` +
      `talk let pass ${percent(held.talk)} of ${held.talkSentences}, p95 ${held.p95Ms.toFixed(2)} ms, ` +
      `${held.operations} operations`,
  );
  expect(held.intent).toBeGreaterThanOrEqual(FLOOR.intent);
  expect(held.input).toBeGreaterThanOrEqual(FLOOR.input);
  expect(held.talk).toBeGreaterThanOrEqual(FLOOR.talk);
});
