/**
 * Fits the weights that turn evidence into a confidence (`CALIBRATION` in src/platform/language/language.ts) and prints
 * them: logistic regression on the tuning sets and on the examples themselves, each read by a model that never saw it.
 */
import { Understander } from '../../../src/platform/language/language.ts';
import { learnLanguage } from '../../../src/platform/language/learn.ts';
import { fitLogistic, type Row } from './fit-logistic.ts';
import { NOW, OPERATIONS, readPhrasings, readTalk } from './score.ts';

const CLOCK = { now: () => NOW, timeZone: 'UTC' };
const learn = (operations: typeof OPERATIONS) => new Understander(learnLanguage(operations, CLOCK), CLOCK);

const rowsOf = (model: Understander, say: string, operation: string | null): Row[] =>
  model.weigh(say).map(({ pattern, features }) => ({ features, isRight: pattern.name === operation }));

function heldOutExamples(): Row[] {
  return OPERATIONS.flatMap((operation, at) =>
    operation.examples.length < 3
      ? []
      : operation.examples.flatMap((example) => {
          const examples = operation.examples.filter((other) => other !== example);
          const model = learn(OPERATIONS.with(at, { ...operation, examples }));
          return rowsOf(model, example.say, operation.name);
        }),
  );
}

const model = learn(OPERATIONS);
const rows = [
  ...readPhrasings('tuning.tsv').flatMap(({ say, operation }) => rowsOf(model, say, operation)),
  ...readTalk('tuning-talk.txt').flatMap((say) => rowsOf(model, say, null)),
  ...heldOutExamples(),
];
const { bias, weights } = fitLogistic(rows);
console.log(
  `rows ${rows.length}\nbias: ${bias.toFixed(2)},\nweights: [${weights.map((one) => one.toFixed(2)).join(', ')}],`,
);
