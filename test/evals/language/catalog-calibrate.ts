/**
 * Fits `MEANT` and `COMMANDED` in src/platform/language/language.ts to the real catalog and prints them: on the tuning half
 * of its phrasings and talk, and on what people say for the operations, each fifth read by a model that never saw it.
 */

import { buildCatalog } from '../../../src/kernel/catalog.ts';
import {
  byLikelihood,
  type Calibration,
  type Evidence,
  Understander,
} from '../../../src/platform/language/language.ts';
import { learnLanguage } from '../../../src/platform/language/learn.ts';
import { type Phrasing, readPhrasings as readSaid } from '../../../src/platform/language/phrasings.ts';
import { modulesOfNima } from '../../support/catalog.ts';
import { fitLogistic, type Row } from './fit-logistic.ts';
import { NOW, readPhrasings, readTalk, OPERATIONS as SMALL_CATALOG } from './score.ts';

const CLOCK = { now: () => NOW, timeZone: 'UTC' };
const FOLDS = 5;
/** Of those left out, every third is enough to fit a dozen weights. */
const EVERY = 3;
/** Talk is as common as commands, but few of it is written down here. */
const TALK_TIMES = 10;
/** So that the weights hold for few operations with few examples too. */
const SMALL_TIMES = 8;
const MODULES = modulesOfNima();
const OPERATIONS = [...buildCatalog(MODULES).operations.values()];
const SAID = readSaid(MODULES);

/** One sentence with the evidence found in it; `operation` is null for talk. */
interface Weighed {
  readonly operation: string | null;
  readonly found: readonly Evidence[];
}

const learn = (operations: typeof OPERATIONS, said: readonly Phrasing[]) =>
  new Understander(learnLanguage(operations, CLOCK, said), CLOCK);

const weighed = (model: Understander, say: string, operation: string | null): Weighed => ({
  operation,
  found: model.weigh(say),
});

function leftOut(fold: number): Weighed[] {
  const isLeftOut = (at: number) => at % FOLDS === fold;
  const model = learn(
    OPERATIONS,
    SAID.filter((_, at) => !isLeftOut(at)),
  );
  const asked = SAID.filter((_, at) => isLeftOut(at)).filter((_, at) => at % EVERY === 0);
  return asked.map(({ say, operation }) => weighed(model, say, operation));
}

const model = learn(OPERATIONS, SAID);
/** A second, smaller catalog keeps the weights from depending on how many operations there are. */
const small = learn(SMALL_CATALOG, []);
const talk = [
  ...readTalk('tuning-talk.txt').map((say) => weighed(small, say, null)),
  ...['catalog-tuning-talk.txt', 'tuning-talk.txt'].flatMap(readTalk).map((say) => weighed(model, say, null)),
];
const smallCommands = readPhrasings('tuning.tsv').map(({ say, operation }) => weighed(small, say, operation));
const commands = [
  ...Array.from({ length: SMALL_TIMES }, () => smallCommands).flat(),
  ...readPhrasings('catalog-tuning.tsv').map(({ say, operation }) => weighed(model, say, operation)),
  ...Array.from({ length: FOLDS }, (_, fold) => leftOut(fold)).flat(),
];
const sentences = [...Array.from({ length: TALK_TIMES }, () => talk).flat(), ...commands];

const meant = fitLogistic(
  sentences.flatMap(({ operation, found }) =>
    found.map(({ pattern, features }): Row => ({ features, isRight: pattern.name === operation })),
  ),
);
const commanded = fitLogistic(
  sentences.flatMap(({ operation, found }): Row[] => {
    const [best] = byLikelihood(found, meant);
    return best ? [{ features: best.features, isRight: operation !== null }] : [];
  }),
);
const shown = ({ bias, weights }: Calibration) =>
  `  bias: ${bias.toFixed(2)},\n  weights: [${weights.map((one) => one.toFixed(2)).join(', ')}],`;
console.log(`${sentences.length} sentences\nMEANT\n${shown(meant)}\nCOMMANDED\n${shown(commanded)}`);
