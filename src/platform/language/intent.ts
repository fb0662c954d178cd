/** Which operations a sentence may mean: a linear classifier over the examples, their variations and ordinary talk. */
import { Classifier, type Learned, type Sample, train } from './classifier.ts';
import { Vectorizer, type Weighed } from './features.ts';
import type { MaskedWord, Sentence } from './sentence.ts';
import { argumentShare, type Tagger, type Tags } from './tagger.ts';
import { FRAMES, readTalk, THING_FRAMES } from './talk.ts';
import type { Lesson, Pattern, Saying } from './templates.ts';

export interface Intent {
  readonly pattern: Pattern;
  readonly logProbability: number;
  /** The same for "this is no command at all". */
  readonly logTalk: number;
  /** Log-odds that the sentence is a command, by its words alone. */
  readonly commandOdds: number;
}

/** What the classifier learned, as plain data. */
export interface IntentLearning {
  readonly rarity: Float32Array;
  readonly learned: Learned;
  /** Tells commands, whichever, from talk. */
  readonly commanded: Learned;
}

const VECTORS = { dimensions: 2 ** 14, gramsMin: 3, gramsMax: 4, gramWeight: 0.5 };
const RATE = 3;
/** Few sentences are learned more often, so that little is understood as surely as much. */
const STEPS_MIN = 20_000;
const EPOCHS_MIN = 3;
/** Words read of a long message at its beginning and its end. */
const HEAD_WORDS = 20;
const TAIL_WORDS = 8;
/** Each documented example is learned once more: politely, and with another value in the place of its free text. */
const PREFIXES: readonly string[] = ['please', 'can you'];
const VARIED_MAX = 8;
/** `#` stands for what an example asks to see: "list my tokens" is also asked as "which tokens do I have". */
const SHOW_FRAMES: readonly string[] = ['what # do I have', 'which # are there', 'give me all #'];

/** How much less a word counts that surely belongs to an argument. */
const ARGUMENT_DISCOUNT = 0.7;
/** Stand before and after each argument, so that what surrounds it counts whatever it is. */
const ARGUMENT_BEGINS = '<argument';
const ARGUMENT_ENDS = 'argument>';

interface Labelled {
  readonly sentence: Sentence;
  readonly label: number;
}

/**
 * What an operation has in common with others by its name: the act, the things it is done to, the module. "Discard"
 * learned from one removal is then understood for all, and "milestone" from one operation on milestones.
 */
function groupsOf(names: readonly string[]): number[][] {
  const numbers = new Map<string, number>();
  const numberOf = (group: string): number => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  };
  return names.map((name) => {
    const parts = name.split('.');
    const [act, things, thing, wing] = [parts.at(-1), parts.slice(0, -1).join('.'), parts.at(-2), parts[0]];
    return [`act ${act}`, `things ${things}`, `thing ${thing}`, `wing ${wing}`].map(numberOf);
  });
}

export function learnIntents(
  lessons: readonly Lesson[],
  { tagger, read }: { tagger: Tagger; read: (text: string) => Sentence },
): IntentLearning {
  const corpus = [...commands(lessons, read), ...talk(lessons, read)];
  const weighed = corpus.map(({ sentence }) => weigh(sentence, tagger.tag(sentence)));
  const vectorizer = Vectorizer.of(weighed, VECTORS);
  const samples = corpus.map(
    ({ label }, at): Sample => ({ vector: vectorizer.vectorize(weighed[at] as Weighed), label }),
  );
  const epochs = Math.max(EPOCHS_MIN, Math.ceil(STEPS_MIN / samples.length));
  const training = { dimensions: VECTORS.dimensions, epochs, rate: RATE };
  // Talk is in no group.
  const groups = [...groupsOf(lessons.map(({ pattern }) => pattern.name)), []];
  const isCommand = samples.map(({ vector, label }): Sample => ({ vector, label: Number(label < lessons.length) }));
  return {
    rarity: vectorizer.rarity,
    learned: train(samples, { classes: lessons.length + 1, groups, ...training }),
    commanded: train(isCommand, { classes: 2, ...training }),
  };
}

/** Commands are given at the edges of a long message; what stands between them would only drown them. */
const edgesOf = (words: readonly MaskedWord[]): readonly MaskedWord[] =>
  words.length <= HEAD_WORDS + TAIL_WORDS ? words : [...words.slice(0, HEAD_WORDS), ...words.slice(-TAIL_WORDS)];

/** The words that ask for something count in full, those of arguments little. */
function weigh({ masked }: Sentence, tags: Tags): Weighed {
  const words: string[] = [];
  const shares: number[] = [];
  const add = (word: string, share: number) => {
    words.push(word);
    shares.push(share);
  };
  let isInside = false;
  for (const { word, unit } of edgesOf(masked)) {
    const share = argumentShare(tags[unit]);
    if (share > 0.5 !== isInside) add(isInside ? ARGUMENT_ENDS : ARGUMENT_BEGINS, 1);
    isInside = share > 0.5;
    add(word, 1 - ARGUMENT_DISCOUNT * share);
  }
  if (isInside) add(ARGUMENT_ENDS, 1);
  return { words, shares };
}

export class IntentModel {
  readonly #patterns: readonly Pattern[];
  readonly #vectorizer: Vectorizer;
  readonly #classifier: Classifier;
  readonly #commands: Classifier;

  constructor(patterns: readonly Pattern[], { rarity, learned, commanded }: IntentLearning) {
    this.#patterns = patterns;
    this.#vectorizer = new Vectorizer(rarity, VECTORS);
    this.#classifier = new Classifier(learned);
    this.#commands = new Classifier(commanded);
  }

  /** Every operation, the likeliest first. */
  judge(sentence: Sentence, tags: Tags): Intent[] {
    const vector = this.#vectorizer.vectorize(weigh(sentence, tags));
    const probabilities = this.#classifier.probabilities(vector);
    const [talk = 0, command = 0] = this.#commands.scores(vector);
    const logTalk = Math.log(probabilities[this.#patterns.length] ?? 0);
    return this.#patterns
      .map((pattern, label) => ({
        pattern,
        logProbability: Math.log(probabilities[label] ?? 0),
        logTalk,
        commandOdds: command - talk,
      }))
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

function freeTexts(lessons: readonly Lesson[]): string[] {
  return lessons.flatMap(({ sayings }) =>
    sayings.flatMap(({ sentence, spans }) =>
      spans
        .filter((span) => span.field.kind === 'text')
        .map((span) => sentence.text.slice(sentence.tokens[span.from]?.start, sentence.tokens[span.to - 1]?.end)),
    ),
  );
}

function commands(lessons: readonly Lesson[], read: (text: string) => Sentence): Labelled[] {
  const texts = freeTexts(lessons);
  return lessons.flatMap(({ sayings, pattern }, label) => {
    const varied = sayings
      .slice(0, VARIED_MAX)
      .map((saying, number) => `${PREFIXES[number % PREFIXES.length]} ${refill(saying, texts, label + number * 5)}`);
    const named = pattern.name.split('.').reverse().join(' ');
    const made = [...varied, ...shown(sayings), named].map((text) => ({ sentence: read(text), label }));
    return [...sayings.map(({ sentence }) => ({ sentence, label })), ...made];
  });
}

function talk(lessons: readonly Lesson[], read: (text: string) => Sentence): Labelled[] {
  const label = lessons.length;
  const things = [...new Set(lessons.map(({ pattern: { name } }) => name.split('.').at(-2) ?? name))];
  const framed = lessons.flatMap(({ sayings }, number) =>
    sayings
      .slice(0, 2)
      .map(({ sentence }, index) => (FRAMES[(number + index) % FRAMES.length] ?? '').replace('#', sentence.text)),
  );
  const aboutThings = things.flatMap((thing) =>
    THING_FRAMES.map((frame) => frame.replace('#', thing.replace(/s$/, ''))),
  );
  return [...readTalk(), ...framed, ...aboutThings].map((text) => ({ sentence: read(text), label }));
}
