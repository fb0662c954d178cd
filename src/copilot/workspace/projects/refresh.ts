/** Reads a project again, now. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { projectErrors, projectSchema } from './project.ts';
import { readProject } from './read-project.ts';
import { findProject } from './store.ts';

export const refreshProject = defineOperation({
  name: 'workspace.projects.refresh',
  summary: 'Read a project again',
  input: z.object({ id: z.uuid() }),
  output: projectSchema,
  errors: projectErrors,
  permission: 'workspace:write',
  effect: 'write',
  // Reading again takes nothing away.
  isConsented: async () => true,
  examples: [
    {
      say: 'read swimTO again',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'swimTO' },
    },
    {
      say: 'refresh the project swimTO',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'swimTO' },
    },
  ],
  async run(ctx, { id }, fail) {
    const project = await findProject(ctx.owner, ctx.db, id);
    if (!project) throw fail.project_unknown({});
    await readProject(ctx, project);
    const refreshed = await findProject(ctx.owner, ctx.db, id);
    return refreshed as NonNullable<typeof refreshed>;
  },
});
