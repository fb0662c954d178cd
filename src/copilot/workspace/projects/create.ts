/** Registers a folder or repository: the owner's word that Nima may read it. */
import { basename } from 'node:path';
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { nameKeyOf, projectSchema } from './project.ts';
import { keepReading, projectReader } from './read-project.ts';
import { findProject, insertProject } from './store.ts';

export const createProject = defineOperation({
  name: 'workspace.projects.create',
  summary: 'Register a folder or repository, so that Nima knows what is in it',
  input: z.object({
    path: z.string().min(1).max(4096).describe('The folder, in full').meta({ localPath: true }),
    name: z.string().trim().min(1).max(100).optional().describe("What you call it; the folder's name when left out"),
  }),
  output: projectSchema,
  errors: {
    project_known: {
      kind: 'conflict',
      text: ({ name }: { name: string }) =>
        `${name}, or its folder, is registered already. \`nima workspace projects list\` shows it.`,
    },
    name_unspeakable: {
      kind: 'invalid',
      text: () => 'A name needs a letter or a digit, so that you can ask for it.',
    },
  },
  permission: 'workspace:write',
  // What stands in the folder may reach a model that is not on this machine: the owner says so, nobody else.
  effect: 'spend',
  undo: 'workspace.projects.remove',
  examples: [
    { say: 'register the folder /home/rafael/code/swimTO', input: { path: '/home/rafael/code/swimTO' } },
    { say: 'add the repository /srv/pi-fleet to my workspace', input: { path: '/srv/pi-fleet' } },
    { say: 'watch the project in /home/rafael/canopy', input: { path: '/home/rafael/canopy' } },
    { say: 'keep an eye on the folder /work/nima', input: { path: '/work/nima' } },
  ],
  preview: async (_ctx, { path }) => `Nima will read ${path}: its notes, manifests and history, never its secrets.`,
  async run(ctx, { path, name }, fail) {
    const read = await projectReader(ctx).read(path, ctx.signal);
    const called = name ?? basename(read.path);
    if (nameKeyOf(called) === '') throw fail.name_unspeakable({});
    const id = ctx.newId();
    await ctx.transaction(async (tx) => {
      const project = { id, name: called, path: read.path, createdAt: tx.clock.now() };
      if (!(await insertProject(tx.owner, tx.db, project))) throw fail.project_known({ name: called });
      await keepReading(tx, id, read);
    });
    const project = await findProject(ctx.owner, ctx.db, id);
    return project as NonNullable<typeof project>;
  },
});
