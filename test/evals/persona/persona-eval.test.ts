import { describe, expect, test } from 'vitest';
import { sharedNima } from '../../support/nima.ts';
import { say } from '../../support/scripted-model.ts';
import { readRaw, scoreAnswers } from './score.ts';
import { violationsIn } from './violations.ts';

const TUNING = readRaw('raw-tuning.txt');
const HELD_BACK = readRaw('raw-held-back.txt');
const ALL = [...TUNING, ...HELD_BACK];
/** Floors: what is measured, with room for not a single answer more on all, for one on the few held back. */
const BROKEN_SHARE_MAX = 0.01;
const HELD_BACK_BROKEN_MAX = 2;

describe('the Zen engineer', () => {
  test('is tried on a hundred and twenty prompts, whose raw answers do break its rules', async () => {
    expect(ALL.length).toBeGreaterThanOrEqual(120);
    expect((await scoreAnswers(ALL)).brokenBefore / ALL.length).toBeGreaterThan(0.9);
  });

  test('breaks a rule of style in at most one reviewed answer of a hundred', async () => {
    const { broken } = await scoreAnswers(ALL);
    expect(broken.length / ALL.length, JSON.stringify(broken)).toBeLessThanOrEqual(BROKEN_SHARE_MAX);
    expect((await scoreAnswers(HELD_BACK)).broken.length).toBeLessThanOrEqual(HELD_BACK_BROKEN_MAX);
  });

  test('reviews an answer once and for all, and never touches code, numbers or quotations', async () => {
    const { unstable, altered } = await scoreAnswers(ALL);
    expect([unstable, altered]).toEqual([[], []]);
  });
});

describe('offline', () => {
  const nima = sharedNima();
  test('Nima answers every prompt in its own voice', async () => {
    const broken: string[] = [];
    for (const { prompt } of ALL) {
      const { response } = await nima().call('chat.send', say(prompt, { private: true }));
      const rules = violationsIn(response);
      if (rules.length > 0) broken.push(`${prompt} → ${response} (${rules})`);
    }
    expect(broken).toEqual([]);
  }, 120_000);
});
