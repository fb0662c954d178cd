/** How much of the Zen engineer's style is kept: the review on answers as models give them, and Nima's own offline answers. */

import { likenessOf } from '../../src/copilot/persona/likeness/likeness.ts';
import { zenEngineer } from '../../src/copilot/persona/load.ts';
import { review } from '../../src/copilot/persona/review/review.ts';
import { createHashedEmbedder } from '../../src/platform/embedding/hashed.ts';
import { type RawAnswer, readRaw, scoreAnswers } from '../../test/evals/persona/score.ts';
import { violationsIn } from '../../test/evals/persona/violations.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';
import { scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench } from '../world.ts';

const BROKEN_PERCENT_MAX = 1;
const STABLE_PERCENT_MIN = 100;

const percent = (part: number, whole: number): number => (100 * part) / whole;

async function offlineBroken(answers: readonly RawAnswer[]): Promise<number> {
  using folder = scratchFolder();
  const nima = await serveNima({ folder: folder.path });
  let broken = 0;
  for (const { prompt } of answers) {
    const messages = [{ role: 'user', content: prompt }];
    const { response } = await nima.ask('POST', '/v1/chat', { messages });
    if (violationsIn(response).length > 0) broken += 1;
  }
  await nima.stop();
  return broken;
}

/** Share of answers that sound more like the persona once reviewed, of those the review changed. */
async function closerAfter(answers: readonly RawAnswer[]): Promise<number> {
  const { review: rules, likeness } = await zenEngineer.load();
  const embedder = createHashedEmbedder();
  let changed = 0;
  let closer = 0;
  for (const { raw } of answers) {
    const { text } = review(raw, rules);
    if (text === raw) continue;
    changed += 1;
    const before = await likenessOf(embedder, raw, likeness);
    const after = await likenessOf(embedder, text, likeness);
    if (after.score >= before.score) closer += 1;
  }
  return percent(closer, changed);
}

async function measure(): Promise<Figure[]> {
  const tuning = readRaw('raw-tuning.txt');
  const heldBack = readRaw('raw-held-back.txt');
  const all = [...tuning, ...heldBack];
  const [score, apart] = await Promise.all([scoreAnswers(all), scoreAnswers(heldBack)]);
  const offline = await offlineBroken(all);
  const condition = `${all.length} prompts with answers as models give them, ${score.brokenBefore} of which break a rule before the review; ${heldBack.length} were written before the rules were mended and not looked at since: ${apart.broken.length} of those break one after`;
  return [
    {
      name: 'answers that break a rule of style, of all',
      value: percent(score.broken.length + offline, 2 * all.length),
      unit: '%',
      target: atMost(BROKEN_PERCENT_MAX),
      condition: `${condition}; and Nima's offline answers to the same prompts, ${offline} broken`,
    },
    {
      name: 'reviewed answers that break one, prompts held back',
      value: percent(apart.broken.length, heldBack.length),
      unit: '%',
      target: null,
      condition,
    },
    {
      name: 'review of a reviewed answer changes nothing',
      value: percent(all.length - score.unstable.length, all.length),
      unit: '%',
      target: atLeast(STABLE_PERCENT_MIN),
      condition: 'the same answers, whole and streamed character by character',
    },
    {
      name: 'answers whose code, numbers, quotations stay',
      value: percent(all.length - score.altered.length, all.length),
      unit: '%',
      target: atLeast(STABLE_PERCENT_MIN),
      condition: 'the same answers',
    },
    {
      name: 'reviewed answers that sound more like the persona',
      value: await closerAfter(all),
      unit: '%',
      target: null,
      condition: 'persona.score with the built-in embedder, of the answers the review changed',
    },
  ];
}

export const persona: Bench = { name: 'persona', about: 'one voice, whatever model speaks', run: measure };
