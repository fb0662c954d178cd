/**
 * The classifier of offline understanding on CLINC150 (150 intents, out-of-scope questions): in-scope accuracy and
 * out-of-scope recall on the validation split, trained on the train split. The threshold is found on train alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Classifier, train as trainClassifier } from '../src/platform/language/classifier.ts';
import { Vectorizer } from '../src/platform/language/features.ts';
import { tokenize } from '../src/platform/language/tokens.ts';

const DATA = '../shared/data/clinc150';
const OUT_OF_SCOPE = 'oos';
const DIMENSIONS = 2 ** 17;
const TRAINING = { epochs: 6, rate: 4 };
/** Every tenth sentence of train finds the threshold for a model of the other nine. */
const THRESHOLD_SHARE = 10;
/** How many correctly understood sentences the threshold may turn away there. */
const TURNED_AWAY_MAX = 0.003;
/** A linear support vector machine on word and character n-grams, on the same validation split. */
const PEER = { inScope: 0.923, outOfScope: 0.53 };

interface Line {
  readonly text: string;
  readonly intent: string;
}
interface Judged {
  readonly intent: string;
  readonly best: string;
  readonly confidence: number;
}

const read = (name: string): Line[] =>
  readFileSync(`${DATA}/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const wordsOf = (text: string) => tokenize(text).map((token) => token.word);

function learnFrom(lines: readonly Line[]): (text: string) => Omit<Judged, 'intent'> {
  const intents = [...new Set(lines.map((line) => line.intent))];
  const labels = new Map(intents.map((intent, index) => [intent, index]));
  const words = lines.map((line) => ({ words: wordsOf(line.text) }));
  const vectorizer = Vectorizer.of(words, { dimensions: DIMENSIONS, gramsMin: 3, gramsMax: 5, gramWeight: 0.5 });
  const samples = words.map((said, at) => ({
    vector: vectorizer.vectorize(said),
    label: labels.get(lines[at]?.intent ?? '') ?? 0,
  }));
  const classifier = new Classifier(
    trainClassifier(samples, { classes: intents.length, dimensions: DIMENSIONS, ...TRAINING }),
  );
  return (text) => {
    const probabilities = classifier.probabilities(vectorizer.vectorize({ words: wordsOf(text) }));
    const inScope = probabilities.map((p, c) => (intents[c] === OUT_OF_SCOPE ? 0 : p));
    const confidence = Math.max(...inScope);
    return { best: intents[inScope.indexOf(confidence)] ?? '', confidence };
  };
}

const judge = (lines: readonly Line[], classify: ReturnType<typeof learnFrom>): Judged[] =>
  lines.map(({ text, intent }) => ({ intent, ...classify(text) }));

function findThreshold(lines: readonly Line[]): number {
  const classify = learnFrom(lines.filter((_, at) => at % THRESHOLD_SHARE !== 0));
  const judged = judge(
    lines.filter((_, at) => at % THRESHOLD_SHARE === 0),
    classify,
  );
  const right = judged.filter((one) => one.intent === one.best).map((one) => one.confidence);
  return right.sort((a, b) => a - b)[Math.floor(right.length * TURNED_AWAY_MAX)] ?? 0;
}

function main(): void {
  const lines = read('train');
  const threshold = findThreshold(lines);
  const started = performance.now();
  const classify = learnFrom(lines);
  const seconds = (performance.now() - started) / 1000;
  const judged = judge(read('val'), classify);
  const inScope = judged.filter((one) => one.intent !== OUT_OF_SCOPE);
  const outside = judged.filter((one) => one.intent === OUT_OF_SCOPE);
  const kept = inScope.filter((one) => one.best === one.intent && one.confidence >= threshold).length / inScope.length;
  const turned = outside.filter((one) => one.confidence < threshold).length / outside.length;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(`CLINC150 validation split, ${inScope.length} in scope, ${outside.length} out of scope`);
  console.log(`threshold ${threshold.toFixed(3)}, found on train; trained in ${seconds.toFixed(1)} s on one core`);
  console.log(`Nima   in scope ${percent(kept)}   out of scope turned away ${percent(turned)}`);
  console.log(`SVM    in scope ${percent(PEER.inScope)}   out of scope turned away ${percent(PEER.outOfScope)}`);
}

if (existsSync(DATA)) main();
else console.log(`Skipped: CLINC150 is not at ${DATA}.`);
