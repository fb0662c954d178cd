/** Reads a project and puts what was found on record: its state, and documents for search, without secrets. */
import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import { withoutSecrets } from '../../../kernel/redact.ts';
import { documentsOf } from '../documents/cut.ts';
import { replaceDocuments } from '../documents/store.ts';
import { type ProjectReader, projectReaderPort, type ReadProject } from '../ports/project-reader.ts';
import { stateOf } from './project.ts';
import { recordReading } from './store.ts';

export function projectReader({ providers }: Context): ProjectReader {
  const reader = providers(projectReaderPort).get('folder');
  if (!reader) throw new Failure('unavailable', 'This Nima was put together without a way to read folders.');
  return reader;
}

export async function keepReading(ctx: Context, id: string, read: ReadProject): Promise<void> {
  const clean = withoutSecrets(read);
  await ctx.transaction(async ({ owner, db, clock }) => {
    const now = clock.now();
    await replaceDocuments(owner, db, { projectId: id, documents: documentsOf(clean, now) });
    await recordReading(owner, db, { id, state: stateOf(clean), problem: null, now });
  });
}

/** Never throws for a folder that cannot be read: its `problem` says so, and what was known stays. */
export async function readProject(
  ctx: Context,
  project: { readonly id: string; readonly path: string },
): Promise<void> {
  const { owner, db, clock, signal } = ctx;
  try {
    await keepReading(ctx, project.id, await projectReader(ctx).read(project.path, signal));
  } catch (thrown) {
    signal.throwIfAborted();
    const { message } = asFailure(thrown);
    await recordReading(owner, db, { id: project.id, state: null, problem: message, now: clock.now() });
  }
}
