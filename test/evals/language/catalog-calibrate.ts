/**
 * Fits `CALIBRATION` in src/platform/language/language.ts to the real catalog and prints it: on the tuning half of its
 * phrasings and talk, and on what people say for the operations, each fifth read by a model that never saw it.
 */

import { buildCatalog } from '../../../src/kernel/catalog.ts';
import { Understander } from '../../../src/platform/language/language.ts';
import { learnLanguage } from '../../../src/platform/language/learn.ts';
import { type Phrasing, readPhrasings as readSaid } from '../../../src/platform/language/phrasings.ts';
import { modulesOfNima } from '../../support/catalog.ts';
import { fitLogistic, type Row } from './fit-logistic.ts';
import { NOW, readPhrasings, readTalk, OPERATIONS as SMALL_CATALOG } from './score.ts';

const CLOCK = { now: () => NOW, timeZone: 'UTC' };
const FOLDS = 5;
/** Of those left out, every third is enough to fit a dozen weights. */
const EVERY = 3;
const MODULES = modulesOfNima();
const OPERATIONS = [...buildCatalog(MODULES).operations.values()];
const SAID = readSaid(MODULES);

const learn = (operations: typeof OPERATIONS, said: readonly Phrasing[]) =>
  new Understander(learnLanguage(operations, CLOCK, said), CLOCK);

const rowsOf = (model: Understander, say: string, operation: string | null): Row[] =>
  model.weigh(say).map(({ pattern, features }) => ({ features, isRight: pattern.name === operation }));

function leftOut(fold: number): Row[] {
  const isLeftOut = (at: number) => at % FOLDS === fold;
  const model = learn(
    OPERATIONS,
    SAID.filter((_, at) => !isLeftOut(at)),
  );
  const asked = SAID.filter((_, at) => isLeftOut(at)).filter((_, at) => at % EVERY === 0);
  return asked.flatMap(({ say, operation }) => rowsOf(model, say, operation));
}

const model = learn(OPERATIONS, SAID);
/** A second, smaller catalog keeps the weights from depending on how many operations there are. */
const small = learn(SMALL_CATALOG, []);
/** Talk is as common as commands, but few of it is written down here. */
const TALK_WEIGHT = 10;
const talk = [
  ...readTalk('tuning-talk.txt').flatMap((say) => rowsOf(small, say, null)),
  ...['catalog-tuning-talk.txt', 'tuning-talk.txt'].flatMap(readTalk).flatMap((say) => rowsOf(model, say, null)),
];
/** So that the weights hold for few operations with few examples too. */
const SMALL_WEIGHT = 8;
const smallCommands = readPhrasings('tuning.tsv').flatMap(({ say, operation }) => rowsOf(small, say, operation));
const rows = [
  ...Array.from({ length: TALK_WEIGHT }, () => talk).flat(),
  ...Array.from({ length: SMALL_WEIGHT }, () => smallCommands).flat(),
  ...readPhrasings('catalog-tuning.tsv').flatMap(({ say, operation }) => rowsOf(model, say, operation)),
  ...Array.from({ length: FOLDS }, (_, fold) => leftOut(fold)).flat(),
];
const { bias, weights } = fitLogistic(rows);
console.log(
  `rows ${rows.length}\nbias: ${bias.toFixed(2)},\nweights: [${weights.map((one) => one.toFixed(2)).join(', ')}],`,
);
