/** Ranks facts for some words: keywords and vectors fused by `platform/search`. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from './fact.ts';
import { factChanges, findFacts } from './store.ts';

export interface FoundFact {
  readonly fact: Fact;
  readonly score: number;
}

interface FactQuery {
  readonly text: string;
  readonly category?: string | undefined;
  readonly limit: number;
}

export async function searchFacts(ctx: Context, { text, category, limit }: FactQuery): Promise<FoundFact[]> {
  const { owner, db, search, embedder, log } = ctx;
  const source = {
    changes: (who: string, after: number, limit: number) =>
      factChanges(who, db, { after, limit, embedder: embedder.id }),
  };
  // A remote embedder that is down must not silence memory: keywords alone still find most.
  const vectors = await embedder.embed([text]).catch((cause: unknown) => {
    log.warn('query not embedded', { cause });
    return [];
  });
  const [vector] = vectors;
  const hits = await search.query('memory.facts', owner, source, {
    text,
    limit,
    ...(category ? { category } : {}),
    ...(vector ? { vector } : {}),
  });
  const facts = new Map(
    (
      await findFacts(
        owner,
        db,
        hits.map(({ id }) => id),
      )
    ).map((fact) => [fact.id, fact]),
  );
  return hits.flatMap(({ id, score }) => {
    const fact = facts.get(id);
    return fact ? [{ fact, score }] : [];
  });
}
