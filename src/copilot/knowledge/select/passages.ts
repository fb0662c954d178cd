/** The facts and rules of packs that fit a question: candidates from the search port, kept when they cover its words. */
import type { Context } from '../../../kernel/context.ts';
import type { SearchSource } from '../../../kernel/ports.ts';
import { type AvailablePack, availablePacks } from '../library/available.ts';
import { type LoadedPack, type PackItem, packLibrary } from '../library/library.ts';
import { type Passage, passageOf } from './passage.ts';
import { choosePacks } from './topics.ts';
import { contentRoots } from './words.ts';

export interface FoundPassage extends Passage {
  /** Comparable across packs: the share of the question's words that it covers, rare words counting more, and its rank. */
  readonly score: number;
}

const CHARS_PER_TOKEN = 4;
/** Candidates of one pack; the best eight of a good ranking hold the answer or there is none. */
const CANDIDATES_MAX = 8;
/** What the first rank adds to the share of covered words; the second adds half of it, and so on. */
const RANK_WEIGHT = 0.3;
/** An item that covers less shares only a passing word. Calibrated on test/evals/packs. */
const COVERED_MIN = 0.2;
/** Where no topic fits, an item that covers nearly all of a question answers it all the same. */
const COVERED_WITHOUT_TOPIC_MIN = 0.7;
/** A word that stands nowhere in a pack weighs as one that stands in so many of its items. */
const UNUSED_WORD_COUNT = 4;
/** A single word ("stop", "hello") is covered whole by any item that has it. */
const WORDS_WITHOUT_TOPIC_MIN = 2;

/** The items of a loaded pack as the search port reads them: one change each, that never changes again. */
function sourceOf(items: readonly PackItem[]): SearchSource {
  return {
    changes: async (_owner, after, limit) =>
      items.slice(after, after + limit).map(({ entry, searched, vector }, index) => ({
        id: entry.id,
        revision: after + index + 1,
        document: { id: entry.id, text: searched, time: 0, ...(vector ? { vector } : {}) },
      })),
  };
}

/** How rare each word is in a pack, as in BM25: ln(1 + (N − n + ½) / (n + ½)). */
const rarityIn =
  ({ items, counts }: LoadedPack) =>
  (root: string): number => {
    // A word the pack never uses says little: a person may name their cat in a question about litter.
    const count = counts.get(root) ?? UNUSED_WORD_COUNT;
    return Math.log(1 + (items.length - count + 0.5) / (count + 0.5));
  };

/** Share of the question's words, by rarity, that stand in the item. */
function coverage(asked: ReadonlySet<string>, { roots }: PackItem, rarity: (root: string) => number): number {
  let all = 0;
  let covered = 0;
  for (const root of asked) {
    const weight = rarity(root);
    all += weight;
    if (roots.has(root)) covered += weight;
  }
  return all === 0 ? 0 : covered / all;
}

export interface Question {
  readonly text: string;
  readonly vector: Int8Array | null;
}

export async function embedQuestion({ embedder, log }: Context, text: string): Promise<Question> {
  const [vector] = await embedder.embed([text]).catch((cause: unknown) => {
    log.warn('question not embedded', { cause });
    return [];
  });
  return { text, vector: vector ?? null };
}

/** Of one pack, best first; only what covers at least this share of the question's words. */
export async function searchPack(
  ctx: Context,
  pack: AvailablePack,
  question: Question,
  coveredMin = COVERED_MIN,
): Promise<FoundPassage[]> {
  const loaded: LoadedPack = await packLibrary.load(ctx, pack);
  const { text, vector } = question;
  const collection = `knowledge ${pack.key} ${ctx.embedder.id}`;
  // What a pack says is the same for everybody who has it, so its index is shared: it belongs to no owner.
  const hits = await ctx.search.query(collection, '', sourceOf(loaded.items), {
    text,
    limit: CANDIDATES_MAX,
    ...(vector ? { vector } : {}),
  });
  const asked = contentRoots(text);
  const rarity = rarityIn(loaded);
  const items = new Map(loaded.items.map((item) => [item.entry.id, item]));
  const now = ctx.clock.now();
  return hits.flatMap(({ id }, rank) => {
    const item = items.get(id);
    if (!item) return [];
    const covered = coverage(asked, item, rarity);
    if (covered < coveredMin) return [];
    return [{ ...passageOf(pack, item, now), score: covered + RANK_WEIGHT / (rank + 1) }];
  });
}

/** For an answer: the best passages of the packs the question is about, within a token budget. */
export async function selectPassages(
  ctx: Context,
  asked: string,
  { limit, tokensMax }: { limit: number; tokensMax: number },
): Promise<FoundPassage[]> {
  const question = await embedQuestion(ctx, asked);
  const packs = (await availablePacks(ctx)).filter(({ state }) => state !== 'off');
  const onTopic = new Set((await choosePacks(ctx, packs, question)).map(({ pack }) => pack));
  const isOpen = onTopic.size === 0 && contentRoots(asked).size >= WORDS_WITHOUT_TOPIC_MIN;
  const searched = await Promise.all(
    packs.map((pack) => {
      if (onTopic.has(pack) || pack.state === 'always') return searchPack(ctx, pack, question);
      return isOpen ? searchPack(ctx, pack, question, COVERED_WITHOUT_TOPIC_MIN) : [];
    }),
  );
  const found = searched.flat();
  let room = tokensMax * CHARS_PER_TOKEN;
  return found
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .filter(({ text }) => {
      room -= text.length;
      return room >= 0;
    });
}
