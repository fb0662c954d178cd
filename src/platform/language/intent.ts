/** Which operations a sentence may mean: a linear classifier over the examples, their variations and ordinary talk. */
import { Classifier, type Sample } from './classifier.ts';
import { Vectorizer } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { readSentence, type Sentence } from './sentence.ts';
import { FRAMES, TALK, THING_FRAMES } from './talk.ts';
import type { Pattern, Saying } from './templates.ts';
import type { Clock } from './when.ts';

export interface Intent {
  readonly pattern: Pattern;
  readonly logProbability: number;
  /** The same for "this is no command at all". */
  readonly logTalk: number;
}

const VECTORS = { dimensions: 2 ** 14, gramsMin: 3, gramsMax: 4, gramWeight: 0.3 };
const TRAINING = { epochs: 3, rate: 6 };
/** Each example is learned once more: politely, and with another value in the place of its free text. */
const PREFIXES: readonly string[] = ['please', 'can you'];
/** `#` stands for what an example asks to see: "list my tokens" is also asked as "which tokens do I have". */
const SHOW_FRAMES: readonly string[] = ['what # do I have', 'which # are there', 'give me all #'];

interface Labelled {
  readonly words: readonly string[];
  readonly label: number;
}

export class IntentModel {
  readonly #patterns: readonly Pattern[];
  readonly #vectorizer: Vectorizer;
  readonly #classifier: Classifier;

  constructor(patterns: readonly Pattern[], lexicon: Lexicon, clock: Clock) {
    this.#patterns = patterns;
    const mask = (text: string) => readSentence(text, lexicon, clock).masked;
    const corpus = [...commands(patterns, mask), ...talk(patterns, mask)];
    this.#vectorizer = new Vectorizer(
      corpus.map(({ words }) => words),
      VECTORS,
    );
    const samples = this.#vectorizer.vectors.map((vector, at): Sample => ({ vector, label: corpus[at]?.label ?? 0 }));
    this.#classifier = new Classifier(samples, {
      classes: patterns.length + 1,
      dimensions: VECTORS.dimensions,
      ...TRAINING,
    });
  }

  /** Every operation, the likeliest first. */
  judge(sentence: Sentence): Intent[] {
    const probabilities = this.#classifier.probabilities(this.#vectorizer.vectorize(sentence.masked));
    const logTalk = Math.log(probabilities[this.#patterns.length] ?? 0);
    return this.#patterns
      .map((pattern, label) => ({ pattern, logProbability: Math.log(probabilities[label] ?? 0), logTalk }))
      .sort((a, b) => b.logProbability - a.logProbability);
  }
}

/** The example with its free texts exchanged for those of other examples, so that only the command's words count. */
function refill({ sentence, spans }: Saying, texts: readonly string[], turn: number): string {
  let filled = '';
  let at = 0;
  for (const [index, span] of spans.entries()) {
    const { kind } = span.field;
    const start = sentence.tokens[span.from]?.start ?? 0;
    const end = sentence.tokens[span.to - 1]?.end ?? start;
    if (kind !== 'text' && kind !== 'name' && !span.isReference) continue;
    filled += sentence.text.slice(at, start) + (texts[(turn * 7 + index * 3) % texts.length] ?? '');
    at = end;
  }
  return filled + sentence.text.slice(at);
}

/** Other ways to ask for what the examples `show`, `list` or ask about. */
function shown(sayings: readonly Saying[]): string[] {
  const first = sayings.find(({ sentence, spans }) => sentence.units[0]?.concepts.has('show') && !spans.length);
  const start = first?.sentence.tokens[first.sentence.units[0]?.to ?? 0]?.start;
  if (!first || start === undefined) return [];
  const thing = first.sentence.text.slice(start).replace(/^(my|the|your|all) /, '');
  return SHOW_FRAMES.map((frame) => frame.replace('#', thing));
}

function freeTexts(patterns: readonly Pattern[]): string[] {
  return patterns.flatMap(({ sayings }) =>
    sayings.flatMap(({ sentence, spans }) =>
      spans
        .filter((span) => span.field.kind === 'text')
        .map((span) => sentence.text.slice(sentence.tokens[span.from]?.start, sentence.tokens[span.to - 1]?.end)),
    ),
  );
}

function commands(patterns: readonly Pattern[], mask: (text: string) => readonly string[]): Labelled[] {
  const texts = freeTexts(patterns);
  return patterns.flatMap(({ sayings, operation }, label) => {
    const said = sayings.flatMap((saying, number) => [
      saying.sentence.text,
      `${PREFIXES[number % PREFIXES.length]} ${refill(saying, texts, label + number * 5)}`,
    ]);
    const named = operation.name.split('.').reverse().join(' ');
    return [...said, ...shown(sayings), named].map((text) => ({ words: mask(text), label }));
  });
}

function talk(patterns: readonly Pattern[], mask: (text: string) => readonly string[]): Labelled[] {
  const label = patterns.length;
  const things = [...new Set(patterns.map(({ operation }) => operation.name.split('.').at(-2) ?? operation.name))];
  const framed = patterns.flatMap(({ sayings }, number) =>
    sayings
      .slice(0, 2)
      .map(({ sentence }, index) => (FRAMES[(number + index) % FRAMES.length] ?? '').replace('#', sentence.text)),
  );
  const aboutThings = things.flatMap((thing) =>
    THING_FRAMES.map((frame) => frame.replace('#', thing.replace(/s$/, ''))),
  );
  return [...TALK, ...framed, ...aboutThings].map((text) => ({ words: mask(text), label }));
}
