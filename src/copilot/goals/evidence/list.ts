/** Evidence of one goal or of all, newest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { goalErrors } from '../goal.ts';
import { likeness } from '../matching/likeness.ts';
import { listGoalRows } from '../store.ts';
import { evidenceSchema, KINDS } from './evidence.ts';
import { evidenceOf, listEvidenceRows } from './store.ts';

export const listEvidence = defineOperation({
  name: 'goals.evidence.list',
  summary: 'List what speaks for the progress of goals',
  input: z.object({
    goal_id: z.uuid().optional().describe('Only of this goal'),
    query: z.string().max(500).optional().describe('Words in the evidence or its goal; the best match comes first'),
    kind: z.enum(KINDS).optional(),
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was taken back and can be restored'),
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.object({ evidence: z.array(evidenceSchema) }),
  errors: goalErrors,
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'what is the evidence for the blog goal?', input: { query: 'blog' } },
    { say: 'show the evidence of the marathon goal', input: { query: 'marathon' } },
    { say: 'list the evidence for my goals', input: {} },
    { say: 'find evidence about the domain', input: { query: 'domain' } },
    { say: 'what speaks for progress on the blog goal', input: { query: 'blog' } },
  ],
  async run(ctx, { goal_id, query, kind, removed, limit }, fail) {
    const goals = (await listGoalRows(ctx.owner, ctx.db)).filter(({ id }) => !goal_id || id === goal_id);
    if (goal_id && goals.length === 0) throw fail.goal_unknown({});
    const asked = { goalIds: goals.map(({ id }) => id), isRemoved: removed };
    const titleOf = new Map(goals.map(({ id, title }) => [id, title]));
    const rows = (await listEvidenceRows(ctx.owner, ctx.db, asked)).filter((row) => !kind || row.kind === kind);
    const newest = rows.reverse().map(evidenceOf);
    if (!query) return { evidence: newest.slice(0, limit) };
    const found = newest.map((piece) => ({
      piece,
      score: likeness(query, `${piece.text} ${titleOf.get(piece.goal_id)}`),
    }));
    const best = found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    return { evidence: best.slice(0, limit).map(({ piece }) => piece) };
  },
});
