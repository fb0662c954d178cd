import { expect, test } from 'vitest';
import { sharedNima } from '../../support/nima.ts';
import { readAsked, scoreChoice } from './score.ts';

const nima = sharedNima();
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

test.each([
  ['tuning.tsv', { found: 0.88, left: 0.96 }],
  ['held-back.tsv', { found: 0.79, left: 0.9 }],
])('%s: a question gets passages of the pack it is about, and talk about anything else none', async (file, floor) => {
  const asked = readAsked(file);
  const { found, first, left, mistakes } = await scoreChoice(nima().context(), asked);
  console.info(
    `packs, ${file}: ${asked.length} questions, pack found ${percent(found)}, first ${percent(first)}, none where none fits ${percent(left)}\n  ${mistakes.join('\n  ')}`,
  );
  expect(found).toBeGreaterThanOrEqual(floor.found);
  expect(left).toBeGreaterThanOrEqual(floor.left);
});
