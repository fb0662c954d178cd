/** Takes a project out of the workspace: nothing of what was read is kept, and the folder itself is not touched. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { replaceDocuments } from '../documents/store.ts';
import { projectErrors } from './project.ts';
import { deleteProject, findProject } from './store.ts';

export const removeProject = defineOperation({
  name: 'workspace.projects.remove',
  summary: 'Take a project out of the workspace; the folder itself stays',
  input: z.object({ id: z.uuid() }),
  output: z.object({ name: z.string(), path: z.string() }),
  errors: projectErrors,
  permission: 'workspace:write',
  effect: 'destroy',
  examples: [
    {
      say: 'take swimTO out of my workspace',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'swimTO' },
    },
    {
      say: 'stop watching the project swimTO',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'swimTO' },
    },
    {
      say: 'remove swimTO from my workspace',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'swimTO' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const project = await findProject(owner, db, id);
    return project
      ? `Nima forgets what it read in ${project.name} (${project.path}). The folder itself is not touched.`
      : 'Takes a project out of the workspace.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async ({ owner, db }) => {
      const project = await findProject(owner, db, id);
      if (!project) throw fail.project_unknown({});
      await replaceDocuments(owner, db, { projectId: id, documents: [] });
      await deleteProject(owner, db, id);
      return { name: project.name, path: project.path };
    }),
});
