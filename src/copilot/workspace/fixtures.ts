/** A registered project for tests, as if it had been read. */
import type { Context } from '../../kernel/context.ts';
import { keepReading } from './projects/read-project.ts';
import { insertProject } from './projects/store.ts';

/** Puts in place what the examples of this module speak of. */
export async function givenWorkspaceExamples(ctx: Context): Promise<void> {
  const { owner, db, clock } = ctx;
  const id = '00000000-0000-4000-8000-0000000000e1';
  const now = clock.now();
  await insertProject(owner, db, { id, name: 'swimTO', path: '/no/such/folder/swimTO', createdAt: now });
  await keepReading(ctx, id, {
    path: '/no/such/folder/swimTO',
    kind: 'git',
    files: [{ path: 'README.md', text: '# swimTO\n\nPool schedules of Toronto.\n\n- [ ] show lanes', hash: 'a' }],
    commits: [{ hash: 'abc1234', author: 'Rafael', at: now, subject: 'fix: schedules of Sunday' }],
    branches: [{ name: 'main', isCurrent: true, at: now, ahead: null, behind: null }],
    changes: [],
    leftOut: 0,
  });
}
