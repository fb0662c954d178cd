/** Which packs a question is about: keywords of their topics, and how near the question's vector is to a topic's. */
import type { Context } from '../../../kernel/context.ts';
import type { AvailablePack } from '../library/available.ts';
import { packLibrary } from '../library/library.ts';
import { rootsOf } from './words.ts';

export interface ChosenPack {
  readonly pack: AvailablePack;
  readonly score: number;
}

/** Calibrated on test/evals/packs/tuning.tsv; the held-back half gives the figures. */
const SCORE_MIN = 0.75;
/** Longer phrases are surer signs: two words count once and a half. */
const WEIGHT_OF_EACH_MORE_WORD = 0.5;
/** Similarity below this is noise of hashed vectors (unrelated texts: 0.06 ± 0.06). */
const SIMILARITY_NOISE = 0.15;
const SIMILARITY_WEIGHT = 1;

/** The keywords that stand in the question, with the packs that have each. A word of two subjects shows neither for sure. */
async function ownersOf(asked: readonly string[], packs: readonly AvailablePack[]): Promise<Map<string, Set<string>>> {
  const words = new Set(asked);
  const owners = new Map<string, Set<string>>();
  for (const pack of packs) {
    for (const roots of await packLibrary.keywords(pack)) {
      // "Oil change" is meant by "change the oil" too: all words of a phrase, in any order.
      const isMeant = roots.split(' ').every((root) => words.has(root));
      if (isMeant) owners.set(roots, (owners.get(roots) ?? new Set()).add(pack.id));
    }
  }
  return owners;
}

/** Sum over a pack's keywords in the question; of those inside one another ("port", "open port") the longer only. */
function keywordScore(id: string, owners: ReadonlyMap<string, ReadonlySet<string>>): number {
  const found = [...owners].filter(([, ids]) => ids.has(id));
  const whole = found.filter(
    ([roots]) => !found.some(([other]) => other !== roots && ` ${other} `.includes(` ${roots} `)),
  );
  return whole.reduce((sum, [roots, ids]) => {
    const words = roots.split(' ').length;
    return sum + (1 + (words - 1) * WEIGHT_OF_EACH_MORE_WORD) / ids.size;
  }, 0);
}

/** Unit vectors of int8: the dot product over 127² is the cosine. */
export function similarity(a: Int8Array, b: Int8Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i += 1) dot += (a[i] as number) * (b[i] as number);
  return dot / (127 * 127);
}

async function nearness(ctx: Context, pack: AvailablePack, vector: Int8Array | null): Promise<number> {
  if (!vector) return 0;
  const topics = await packLibrary.topicVectors(ctx, pack);
  return Math.max(0, ...topics.map((topic) => similarity(topic, vector) - SIMILARITY_NOISE));
}

/** Every pack with its score, best first. */
async function scorePacks(
  ctx: Context,
  packs: readonly AvailablePack[],
  question: { text: string; vector: Int8Array | null },
): Promise<ChosenPack[]> {
  const owners = await ownersOf(rootsOf(question.text), packs);
  const scored = await Promise.all(
    packs.map(async (pack) => {
      const near = SIMILARITY_WEIGHT * (await nearness(ctx, pack, question.vector));
      return { pack, score: keywordScore(pack.id, owners) + near };
    }),
  );
  return scored.toSorted((a, b) => b.score - a.score);
}

/** A pack far behind the best one only shares a word with the question. */
const SHARE_OF_BEST_MIN = 0.5;

/** The packs a question is about, the surest first. */
export async function choosePacks(
  ctx: Context,
  packs: readonly AvailablePack[],
  question: { text: string; vector: Int8Array | null },
): Promise<ChosenPack[]> {
  const scored = await scorePacks(ctx, packs, question);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= SCORE_MIN && score >= best * SHARE_OF_BEST_MIN);
}
