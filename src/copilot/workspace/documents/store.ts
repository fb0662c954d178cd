/** All SQL of documents: what of a project is searched. */
import type { Database } from '../../../kernel/context.ts';
import type { SearchChange } from '../../../kernel/ports.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import { takeRevisions } from '../../../platform/db/revisions.ts';
import type { NewDocument } from './cut.ts';

interface DocumentRow {
  id: string;
  owner: string;
  project_id: string;
  path: string;
  part: number;
  text: string;
  hash: string;
  at: number;
  is_gone: number;
  revision: number;
}

export interface FoundDocument {
  readonly id: string;
  readonly project_id: string;
  readonly path: string;
  readonly text: string;
  readonly at: number;
}

const tables = (db: Database) => sqlOf<{ workspace_documents: DocumentRow }>(db);
/** Bound parameters per statement stay far below what either database takes. */
const ROWS_PER_STATEMENT = 50;

const idOf = (projectId: string, { path, part }: Pick<DocumentRow, 'path' | 'part'>): string =>
  `${projectId}/${path}#${part}`;

function pagesOf<T>(rows: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    pages.push(rows.slice(from, from + ROWS_PER_STATEMENT));
  return pages;
}

/** Makes a project's documents these; what has not changed is left alone. Call it in a transaction. */
export async function replaceDocuments(
  owner: string,
  db: Database,
  { projectId, documents }: { projectId: string; documents: readonly NewDocument[] },
): Promise<void> {
  const known = await tables(db)
    .selectFrom('workspace_documents')
    .select(['id', 'hash', 'is_gone'])
    .where('owner', '=', owner)
    .where('project_id', '=', projectId)
    .execute();
  const hashes = new Map(known.filter(({ is_gone }) => !is_gone).map(({ id, hash }) => [id, hash]));
  const rows = documents.map((document) => ({ ...document, id: idOf(projectId, document) }));
  const changed = rows.filter(({ id, hash }) => hashes.get(id) !== hash);
  const kept = new Set(rows.map(({ id }) => id));
  const gone = [...hashes.keys()].filter((id) => !kept.has(id));
  const count = changed.length + gone.length;
  if (count === 0) return;
  let revision = (await takeRevisions(owner, db, { table: 'workspace_revisions', count })) - count;
  for (const page of pagesOf(changed)) {
    const values = page.map((row) => ({ ...row, owner, project_id: projectId, is_gone: 0, revision: ++revision }));
    await tables(db)
      .insertInto('workspace_documents')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          text: ref('excluded.text'),
          hash: ref('excluded.hash'),
          at: ref('excluded.at'),
          is_gone: 0,
          revision: ref('excluded.revision'),
        })),
      )
      .execute();
  }
  for (const id of gone) {
    await tables(db)
      .updateTable('workspace_documents')
      .set({ is_gone: 1, text: '', revision: ++revision })
      .where('owner', '=', owner)
      .where('id', '=', id)
      .execute();
  }
}

export async function documentChanges(
  owner: string,
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<SearchChange[]> {
  const rows = await tables(db)
    .selectFrom('workspace_documents')
    .selectAll()
    .where('owner', '=', owner)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(limit)
    .execute();
  return rows.map(({ id, revision, is_gone, text, project_id, path, at }) => ({
    id,
    revision: Number(revision),
    // Commits stand beside each other in time, parts beside each other in their file: either way a sequence.
    document: is_gone
      ? null
      : { id, text: `${path} ${text}`, group: project_id, category: project_id, time: Number(at) },
  }));
}

export async function findDocuments(owner: string, db: Database, ids: readonly string[]): Promise<FoundDocument[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('workspace_documents')
    .select(['id', 'project_id', 'path', 'text', 'at'])
    .where('owner', '=', owner)
    .where('id', 'in', [...ids])
    .where('is_gone', '=', 0)
    .execute();
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

/** The parts of one file, in order. */
export async function readDocument(
  owner: string,
  db: Database,
  { projectId, path }: { projectId: string; path: string },
): Promise<string | null> {
  const rows = await tables(db)
    .selectFrom('workspace_documents')
    .select('text')
    .where('owner', '=', owner)
    .where('project_id', '=', projectId)
    .where('path', '=', path)
    .where('is_gone', '=', 0)
    .orderBy('part')
    .execute();
  return rows.length === 0 ? null : rows.map(({ text }) => text).join('\n\n');
}

export async function listPaths(owner: string, db: Database, projectId: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('workspace_documents')
    .select('path')
    .distinct()
    .where('owner', '=', owner)
    .where('project_id', '=', projectId)
    .where('is_gone', '=', 0)
    .where('path', 'not like', 'commits/%')
    .orderBy('path')
    .execute();
  return rows.map(({ path }) => path);
}
