/** What stands in registered projects about a question, for an answer to rest on: only of projects the question names. */
import type { Context } from '../../kernel/context.ts';
import { searchDocuments } from './documents/search-documents.ts';
import { nameKeyOf, type Project } from './projects/project.ts';
import { listProjects } from './projects/store.ts';

export interface ProjectPassage {
  readonly id: string;
  readonly project: string;
  readonly path: string;
  readonly text: string;
  readonly at: string;
}

const PASSAGES_MAX = 4;
/** A shorter name would be found in half of all sentences. */
const NAME_CHARS_MIN = 3;

/** As people write it: `swimTO`, `swim-to`, `Swim To`. */
function isNamed({ name }: Project, question: string): boolean {
  const letters = [...nameKeyOf(name)];
  if (letters.length < NAME_CHARS_MIN) return false;
  const written = letters.join('[^\\p{L}\\p{N}]?');
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'iu').test(question);
}

export async function passagesOfProjects(ctx: Context, question: string): Promise<ProjectPassage[]> {
  const named = (await listProjects(ctx.owner, ctx.db)).filter((project) => isNamed(project, question));
  const found = await Promise.all(
    named.map(async ({ id, name }) => {
      const documents = await searchDocuments(ctx, { text: question, projectId: id, limit: PASSAGES_MAX });
      return documents.map(({ id: documentId, path, text, at }) => ({
        id: documentId,
        project: name,
        path,
        text,
        at: new Date(at).toISOString(),
      }));
    }),
  );
  return found.flat().slice(0, PASSAGES_MAX);
}
