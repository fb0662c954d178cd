/** Searches what was read in projects: notes, manifests, commits. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { searchDocuments } from './documents/search-documents.ts';
import { listProjects } from './projects/store.ts';

export const searchWorkspace = defineOperation({
  name: 'workspace.search',
  summary: 'Search the notes, manifests and commits of registered projects',
  input: z.object({
    query: z.string().trim().min(1).max(1000),
    project_id: z.uuid().optional().describe('Only in this project'),
    limit: z.int().min(1).max(50).default(10),
  }),
  output: z.object({
    found: z.array(
      z.object({
        project: z.string(),
        project_id: z.uuid(),
        path: z.string(),
        text: z.string(),
        at: z.iso.datetime(),
        score: z.number(),
      }),
    ),
  }),
  permission: 'workspace:read',
  effect: 'read',
  examples: [
    { say: 'search my projects for rollback', input: { query: 'rollback' } },
    { say: 'which project uses postgres', input: { query: 'postgres' } },
    { say: 'find the readme that explains the emergency deploy', input: { query: 'emergency deploy' } },
    { say: 'find rollback in my code', input: { query: 'rollback' } },
    { say: 'look through my projects for rollback', input: { query: 'rollback' } },
  ],
  async run(ctx, { query, project_id, limit }) {
    const projects = new Map((await listProjects(ctx.owner, ctx.db)).map(({ id, name }) => [id, name]));
    const documents = await searchDocuments(ctx, { text: query, projectId: project_id, limit });
    return {
      found: documents.map(({ project_id: id, path, text, at, score }) => ({
        project: projects.get(id) ?? '',
        project_id: id,
        path,
        text,
        at: new Date(at).toISOString(),
        score,
      })),
    };
  },
});
