/** "Where did we leave off in swimTO?": what the project itself and what was said about it tell, each with its source. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { searchTurns } from '../../conversations/index.ts';
import { listPaths, readDocument } from '../documents/store.ts';
import { type BriefSource, composeBrief, openItems, type Said } from './compose-brief.ts';
import { nameKeyOf, type Project, projectErrors } from './project.ts';
import { readProject } from './read-project.ts';
import { findProject } from './store.ts';

/** Last read longer ago than this is read anew before it is told. */
const STALE_MS = 60_000;
const SAID_MAX = 3;
/** Files in which people keep what is next. */
const NOTES = /^(todo|notes|next|roadmap|readme|agents)[^/]*\.(md|txt)$|^(todo|notes)$/i;

const sourceSchema = z.object({
  kind: z.enum(['commit', 'branch', 'change', 'file', 'turn']),
  id: z.string().describe('Hash, branch, path or turn'),
  text: z.string(),
  at: z.iso.datetime().nullable(),
});

async function current(ctx: Context, project: Project): Promise<Project> {
  const isFresh = project.read_at !== null && ctx.clock.now() - Date.parse(project.read_at) < STALE_MS;
  if (isFresh) return project;
  await readProject(ctx, project);
  return (await findProject(ctx.owner, ctx.db, project.id)) ?? project;
}

/** The last things the owner said in which the project's name stands. */
async function lastSaid(ctx: Context, { name }: Project): Promise<Said[]> {
  const found = await searchTurns(ctx, { text: name, limit: 40, role: 'user' });
  const isQuestion = (text: string) => /\bwhere (did|do|were) (we|i)\b|\?\s*$/i.test(text);
  return found
    .map(({ turn }) => turn)
    .filter(({ content }) => nameKeyOf(content).includes(nameKeyOf(name)) && !isQuestion(content))
    .toSorted((a, b) => b.timestamp.localeCompare(a.timestamp))
    .slice(0, SAID_MAX)
    .map(({ id, content, timestamp }) => ({ id, text: content.slice(0, 300), at: timestamp }));
}

async function openIn(ctx: Context, { id }: Project): Promise<BriefSource[]> {
  const paths = (await listPaths(ctx.owner, ctx.db, id)).filter((path) => NOTES.test(path));
  const texts = await Promise.all(
    paths.map(async (path) => ({ path, text: await readDocument(ctx.owner, ctx.db, { projectId: id, path }) })),
  );
  return texts.flatMap(({ path, text }) => openItems(path, text ?? ''));
}

export const briefOfProject = defineOperation({
  name: 'workspace.projects.brief',
  summary: 'Say where work on a project stopped, with sources',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    text: z.string().describe('Markdown, with the number of its source behind each statement'),
    sources: z.array(sourceSchema),
    read_at: z.iso.datetime().nullable(),
    problem: z.string().nullable(),
  }),
  errors: projectErrors,
  permission: 'workspace:read',
  effect: 'read',
  examples: [
    'where did we leave off in swimTO?',
    'where did I stop in swimTO',
    'what is the state of swimTO',
    'catch me up on swimTO',
    'what was I doing in swimTO last',
    'give me a brief of the project swimTO',
  ].map((say) => ({ say, input: { id: '00000000-0000-4000-8000-0000000000e1' }, refers: { id: 'swimTO' } })),
  async run(ctx, { id }, fail) {
    const known = await findProject(ctx.owner, ctx.db, id);
    if (!known) throw fail.project_unknown({});
    const project = await current(ctx, known);
    const [said, open] = await Promise.all([lastSaid(ctx, project), openIn(ctx, project)]);
    const { text, sources } = composeBrief(project, { said, open, now: ctx.clock.now() });
    return { id, name: project.name, text, sources: [...sources], read_at: project.read_at, problem: project.problem };
  },
});
