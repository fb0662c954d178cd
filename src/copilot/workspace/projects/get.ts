/** One project: branches, recent commits, what is not committed. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { listPaths } from '../documents/store.ts';
import { projectErrors, projectSchema } from './project.ts';
import { findProject } from './store.ts';

const SWIM = '00000000-0000-4000-8000-0000000000e1';

export const getProject = defineOperation({
  name: 'workspace.projects.get',
  summary: 'Show a project: branches, recent commits, uncommitted changes',
  input: z.object({ id: z.uuid() }),
  output: projectSchema.extend({ paths: z.array(z.string()).describe('Files that were read') }),
  errors: projectErrors,
  permission: 'workspace:read',
  effect: 'read',
  examples: [
    { say: 'show the project swimTO', input: { id: SWIM }, refers: { id: 'swimTO' } },
    { say: 'which branches are there in swimTO', input: { id: SWIM }, refers: { id: 'swimTO' } },
    { say: 'what is not committed in swimTO', input: { id: SWIM }, refers: { id: 'swimTO' } },
    { say: 'what are the last commits of swimTO', input: { id: SWIM }, refers: { id: 'swimTO' } },
    { say: 'open the project swimTO', input: { id: SWIM }, refers: { id: 'swimTO' } },
  ],
  async run({ owner, db }, { id }, fail) {
    const project = await findProject(owner, db, id);
    if (!project) throw fail.project_unknown({});
    return { ...project, paths: await listPaths(owner, db, id) };
  },
});
