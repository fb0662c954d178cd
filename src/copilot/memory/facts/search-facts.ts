/** Ranks facts for some words: keywords and vectors fused by `platform/search`. */
import type { Context } from '../../../kernel/context.ts';
import { askedKey } from '../truth/asked.ts';
import { idsOfKey } from '../truth/store.ts';
import type { Period } from '../truth/time-words.ts';
import { heldDuring, validityOf } from './as-of.ts';
import type { Fact } from './fact.ts';
import { factChanges } from './indexed/store.ts';
import { findFacts } from './store.ts';

export interface FoundFact {
  readonly fact: Fact;
  readonly score: number;
  /** It is of the very key the question asks for: where somebody lives, what a thing is called. */
  readonly isAsked: boolean;
}

interface FactQuery {
  readonly text: string;
  readonly category?: string | undefined;
  /** What was so then, instead of what is. */
  readonly valid?: Period | undefined;
  readonly limit: number;
}

/** Facts that are over stand among the hits of a time; as many more are asked for. */
const EVER_FACTOR = 4;

/** What is held of the very key a question asks for: it stands first, whatever words other facts share with the question. */
async function foundByKey({ owner, db }: Context, text: string, valid: Period | undefined): Promise<readonly string[]> {
  const key = askedKey(text);
  return key ? idsOfKey(owner, db, { ...key, states: valid ? ['current', 'past'] : ['current'] }) : [];
}

export async function searchFacts(ctx: Context, { text, category, valid, limit }: FactQuery): Promise<FoundFact[]> {
  const { owner, db, search, embedder, clock, log } = ctx;
  const which = valid ? 'ever' : 'current';
  const now = clock.now();
  const period = valid ?? { start: now, end: now + 1 };
  const source = {
    changes: (who: string, after: number, limit: number) =>
      factChanges(who, db, { after, limit, embedder: embedder.id, which }),
  };
  // A remote embedder that is down must not silence memory: keywords alone still find most.
  const vectors = await embedder.embed([text]).catch((cause: unknown) => {
    log.warn('query not embedded', { cause });
    return [];
  });
  const [vector] = vectors;
  const hits = await search.query(valid ? 'memory.facts.ever' : 'memory.facts', owner, source, {
    text,
    limit: valid ? limit * EVER_FACTOR : limit,
    ...(category ? { category } : {}),
    ...(vector ? { vector } : {}),
  });
  const asked = await foundByKey(ctx, text, valid);
  const best = Math.max(1, ...hits.map(({ score }) => score));
  const ranked = [...asked.map((id) => ({ id, score: best + 1 })), ...hits.filter(({ id }) => !asked.includes(id))];
  const facts = new Map(
    (
      await findFacts(
        owner,
        db,
        ranked.map(({ id }) => id),
      )
    ).map((fact) => [fact.id, fact]),
  );
  const held = ranked.flatMap(({ id, score }) => {
    const fact = facts.get(id);
    return fact && heldDuring(validityOf(fact), period) ? [{ fact, score, isAsked: asked.includes(id) }] : [];
  });
  // Of several attributes a question may mean, the first that is held is the one it gets.
  const attribute = held[0]?.isAsked ? held[0].fact.attribute : null;
  return held.slice(0, limit).map((one) => ({ ...one, isAsked: one.isAsked && one.fact.attribute === attribute }));
}
