/** Ranks what was read in projects for some words. */
import type { Context } from '../../../kernel/context.ts';
import { documentChanges, type FoundDocument, findDocuments } from './store.ts';

interface DocumentQuery {
  readonly text: string;
  readonly projectId?: string | undefined;
  readonly limit: number;
}

export interface RankedDocument extends FoundDocument {
  readonly score: number;
}

export async function searchDocuments(
  ctx: Context,
  { text, projectId, limit }: DocumentQuery,
): Promise<RankedDocument[]> {
  const { owner, db, search } = ctx;
  const source = {
    changes: (who: string, after: number, count: number) => documentChanges(who, db, { after, limit: count }),
  };
  const hits = await search.query('workspace.documents', owner, source, {
    text,
    limit,
    ...(projectId ? { group: projectId } : {}),
  });
  const found = await findDocuments(
    owner,
    db,
    hits.map(({ id }) => id),
  );
  const byId = new Map(found.map((document) => [document.id, document]));
  return hits.flatMap(({ id, score }) => {
    const document = byId.get(id);
    return document ? [{ ...document, score }] : [];
  });
}
