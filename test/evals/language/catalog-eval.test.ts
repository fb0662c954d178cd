/**
 * How well every operation Nima offers in chat is understood offline, on phrasings and talk that nothing was learned from
 * or tuned to. Floors stand slightly below what was measured; the goal is 95 % of intents, 92 % of inputs. How fast it is
 * `npm run bench -- language` measures.
 */
import { expect, test } from 'vitest';
import { scoreCatalog } from './catalog-score.ts';

test.each([
  ['catalog-held-back', { intent: 0.94, input: 0.95, talk: 0.9 }],
  ['fresh-held-back', { intent: 0.96, input: 0.92, talk: 0.9 }],
] as const)('people are understood over the whole catalog, and ordinary talk is left alone: %s', (set, floor) => {
  const held = scoreCatalog(set);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${set}: intent ${percent(held.intent)} of ${held.sentences}, input ${percent(held.input)}, ` +
      `talk let pass ${percent(held.talk)} of ${held.talkSentences}, p95 ${held.p95Ms.toFixed(2)} ms, ` +
      `${held.operations} operations`,
  );
  expect(held.intent).toBeGreaterThanOrEqual(floor.intent);
  expect(held.input).toBeGreaterThanOrEqual(floor.input);
  expect(held.talk).toBeGreaterThanOrEqual(floor.talk);
});
