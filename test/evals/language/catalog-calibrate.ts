/**
 * Fits `CALIBRATION` in src/platform/language/language.ts to the real catalog and prints it: on the tuning half of its
 * phrasings and talk, and on the operations' examples, each fifth read by a model that never saw it.
 */

import { buildCatalog } from '../../../src/kernel/catalog.ts';
import { Understander } from '../../../src/platform/language/language.ts';
import { modulesOfNima } from '../../support/catalog.ts';
import { fitLogistic, type Row } from './fit-logistic.ts';
import { NOW, readPhrasings, readTalk, OPERATIONS as SMALL_CATALOG } from './score.ts';

const CLOCK = { now: () => NOW, timeZone: 'UTC' };
const FOLDS = 5;
const OPERATIONS = [...buildCatalog(modulesOfNima()).operations.values()].filter(({ offeredIn }) =>
  offeredIn.includes('chat'),
);

const rowsOf = (model: Understander, say: string, operation: string | null): Row[] =>
  model.weigh(say).map(({ pattern, features }) => ({ features, isRight: pattern.operation.name === operation }));

function heldOutExamples(fold: number): Row[] {
  const isLeftOut = (at: number) => at > 0 && at % FOLDS === fold;
  const model = new Understander(
    OPERATIONS.map((one) => ({ ...one, examples: one.examples.filter((_, at) => !isLeftOut(at)) })),
    CLOCK,
  );
  return OPERATIONS.flatMap(({ name, examples }) =>
    examples.filter((_, at) => isLeftOut(at)).flatMap(({ say }) => rowsOf(model, say, name)),
  );
}

const model = new Understander(OPERATIONS, CLOCK);
/** A second, smaller catalog keeps the weights from depending on how many operations there are. */
const small = new Understander(SMALL_CATALOG, CLOCK);
const rows = [
  ...readPhrasings('tuning.tsv').flatMap(({ say, operation }) => rowsOf(small, say, operation)),
  ...readTalk('tuning-talk.txt').flatMap((say) => rowsOf(small, say, null)),
  ...readPhrasings('catalog-tuning.tsv').flatMap(({ say, operation }) => rowsOf(model, say, operation)),
  ...['catalog-tuning-talk.txt', 'tuning-talk.txt'].flatMap(readTalk).flatMap((say) => rowsOf(model, say, null)),
  ...Array.from({ length: FOLDS }, (_, fold) => heldOutExamples(fold)).flat(),
];
const { bias, weights } = fitLogistic(rows);
console.log(
  `rows ${rows.length}\nbias: ${bias.toFixed(2)},\nweights: [${weights.map((one) => one.toFixed(2)).join(', ')}],`,
);
