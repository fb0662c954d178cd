/**
 * How much a text sounds like the persona, from 0 to 1. With cosines of embeddings, `like` the mean of the 3 nearest
 * examples and `unlike` that of the 3 nearest counter-examples:
 *
 *   score = 1 / (1 + e^(−SLOPE · (like − unlike)))
 *
 * 0.5 is undecided. The examples come in pairs that say the same in both voices, so that the subject cancels out and the
 * voice is left. A text is read sentence by sentence, and the mean counts: one flattering sentence among ten costs a tenth.
 */
import type { Embedder } from '../../../kernel/ports.ts';

const NEAREST = 3;
/** A lead of 0.1 in cosine, large for sentences of one subject, gives 0.77. */
const SLOPE = 12;
/** int8 vectors of unit length 127. */
const UNIT = 127;

export interface VoicePair {
  readonly like: string;
  readonly unlike: string;
}

export interface Likeness {
  readonly score: number;
  readonly like: number;
  readonly unlike: number;
}

function cosine(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum / (UNIT * UNIT);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

const nearest = (vector: Int8Array, examples: readonly Int8Array[]): number =>
  mean(
    examples
      .map((example) => cosine(vector, example))
      .toSorted((a, b) => b - a)
      .slice(0, NEAREST),
  );

/** Prose only: code says nothing of a voice. */
export function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/^(`{3,}|~{3,}).*?^\1[^\n]*$/gms, '')
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{2,}/u.test(sentence));
}

export async function likenessOf(embedder: Embedder, text: string, pairs: readonly VoicePair[]): Promise<Likeness> {
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return { score: 0.5, like: 0, unlike: 0 };
  const examples = pairs.flatMap(({ like }) => sentencesOf(like));
  const counters = pairs.flatMap(({ unlike }) => sentencesOf(unlike));
  const vectors = await embedder.embed([...examples, ...counters, ...sentences]);
  const exampleVectors = vectors.slice(0, examples.length);
  const counterVectors = vectors.slice(examples.length, examples.length + counters.length);
  const measured = vectors.slice(examples.length + counters.length).map((vector) => {
    const like = nearest(vector, exampleVectors);
    const unlike = nearest(vector, counterVectors);
    return { like, unlike, score: 1 / (1 + Math.exp(-SLOPE * (like - unlike))) };
  });
  const meanOf = (of: keyof Likeness) => mean(measured.map((one) => one[of]));
  return { score: meanOf('score'), like: meanOf('like'), unlike: meanOf('unlike') };
}
