/** The registered projects. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { nameKeyOf, projectSchema } from './project.ts';
import { listProjects as listProjectRows } from './store.ts';

export const listProjects = defineOperation({
  name: 'workspace.projects.list',
  summary: 'List registered projects',
  input: z.object({
    query: z.string().max(200).optional().describe('Part of the name or path'),
    limit: z.int().min(1).max(500).default(200),
  }),
  output: z.object({ projects: z.array(projectSchema) }),
  permission: 'workspace:read',
  effect: 'read',
  examples: [
    { say: 'which projects do you know', input: {} },
    { say: 'list my repositories', input: {} },
    { say: 'what is in my workspace', input: {} },
    { say: 'show the registered folders', input: {} },
    { say: 'show every project you know', input: {} },
  ],
  async run({ owner, db }, { query, limit }) {
    const projects = await listProjectRows(owner, db);
    if (!query) return { projects: projects.slice(0, limit) };
    const wanted = nameKeyOf(query);
    return {
      projects: projects
        .filter(({ name, path }) => nameKeyOf(name).includes(wanted) || nameKeyOf(path).includes(wanted))
        .slice(0, limit),
    };
  },
});
