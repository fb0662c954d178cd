/**
 * How well commands are understood offline, on phrasings and talk written before the understanding and never tuned to.
 * Floors stand slightly below what was measured; raise them when the score rises.
 */
import { expect, test } from 'vitest';
import { createLanguage } from '../../../src/platform/language/language.ts';
import { NOW, OPERATIONS, readPhrasings, readTalk, score } from './score.ts';

const FLOOR = { intent: 0.95, input: 0.95, talk: 0.95 } as const;
/** The weights are fitted to the real catalog; on this smaller one its confidence is too modest. */
const CALIBRATION_ERROR_MAX = 0.3;

test('people are understood in words the examples do not use, and ordinary talk is left alone', () => {
  const started = performance.now();
  const language = createLanguage(OPERATIONS, { now: () => NOW });
  const startMs = performance.now() - started;
  score(language, readPhrasings('tuning.tsv'), []); // a running Nima is warm; so is the clock below
  const held = score(language, readPhrasings('held-back.tsv'), readTalk('held-back-talk.txt'));
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `language: intent ${percent(held.intent)}, input ${percent(held.input)}, talk let pass ${percent(held.talk)}, ` +
      `calibration error ${held.calibrationError.toFixed(3)}, p95 ${held.p95Ms.toFixed(2)} ms, ` +
      `learned ${OPERATIONS.length} operations in ${startMs.toFixed(0)} ms`,
  );
  expect(held.intent).toBeGreaterThanOrEqual(FLOOR.intent);
  expect(held.input).toBeGreaterThanOrEqual(FLOOR.input);
  expect(held.talk).toBeGreaterThanOrEqual(FLOOR.talk);
  expect(held.calibrationError).toBeLessThanOrEqual(CALIBRATION_ERROR_MAX);
});
