/** Keeps projects current: reads those anew whose last reading is older than the interval, a few at a time. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { readProject } from '../projects/read-project.ts';
import { findProject, listUnread } from '../projects/store.ts';

const EVERY_MS = 10 * 60_000;
/** Reading a large repository takes a second; a minute is never filled with it. */
const AT_ONCE = 20;

export const readOne = defineJob({
  name: 'workspace.read',
  input: z.object({ owner: z.string(), id: z.string() }),
  async run(ctx, { id }) {
    const project = await findProject(ctx.owner, ctx.db, id);
    if (project) await readProject(ctx, project);
  },
});

export const refreshProjects = defineJob({
  name: 'workspace.refresh',
  input: z.object({}),
  cron: '*/10 * * * *',
  async run({ db, clock, jobs }) {
    // A minute of slack, so that a reading that came just after the last tick is not skipped a whole round.
    for (const { owner, id } of await listUnread(db, clock.now() - EVERY_MS + 60_000, AT_ONCE)) {
      await jobs.enqueue({ name: readOne.name, input: { owner, id }, key: `workspace.read:${id}` });
    }
  },
});
