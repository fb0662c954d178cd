/** Looks through all that is remembered for what should not be there, and says for each what to do. Changes nothing itself. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { findTurns } from '../conversations/index.ts';
import { type Finding, findingsOf, PROBLEMS } from './auditing/findings.ts';
import { listConflictRows } from './conflicts/store.ts';
import type { Fact } from './facts/fact.ts';
import { listFactRows } from './facts/pages/store.ts';

const PAGE = 1000;
const FINDINGS_MAX = 500;
const CONFLICTS_MAX = 200;

async function everyFact({ owner, db }: Context): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (;;) {
    const last = facts.at(-1);
    const before = last ? { createdAt: Date.parse(last.created_at), id: last.id } : undefined;
    const page = await listFactRows(owner, db, { isRemoved: false, state: 'current', limit: PAGE, before });
    facts.push(...page);
    if (page.length < PAGE) return facts;
  }
}

async function turnsThere({ owner, db }: Context, facts: readonly Fact[]): Promise<Set<string>> {
  const ids = [...new Set(facts.flatMap(({ evidence }) => (evidence ? [evidence.turn_id] : [])))];
  const there = new Set<string>();
  for (let from = 0; from < ids.length; from += PAGE) {
    for (const { id } of await findTurns(owner, db, ids.slice(from, from + PAGE))) there.add(id);
  }
  return there;
}

async function contradictions({ owner, db }: Context): Promise<Finding[]> {
  const rows = await listConflictRows(owner, db, { isResolved: false, limit: CONFLICTS_MAX });
  return rows.map(({ id, held_id, told_id, because }) => ({
    problem: 'contradiction',
    fact_ids: [held_id, told_id],
    text: because,
    advice: 'Decide which one holds.',
    fix: { operation: 'memory.conflicts.resolve', input: { id, keep: 'held' } },
  }));
}

const findingSchema = z.object({
  problem: z.enum(PROBLEMS),
  fact_ids: z.array(z.string()),
  text: z.string(),
  advice: z.string(),
  fix: z
    .object({ operation: z.string(), input: z.record(z.string(), z.unknown()) })
    .nullable()
    .describe('The call that mends it; null where a person must look first'),
});

export const auditMemory = defineOperation({
  name: 'memory.audit',
  summary: 'Look for what should not be in memory',
  input: z.object({ problem: z.enum(PROBLEMS).optional().describe('Only findings of this kind') }),
  output: z.object({
    facts: z.int().describe('Facts looked at'),
    counts: z.record(z.string(), z.int()).describe('Findings by problem'),
    findings: z.array(findingSchema),
  }),
  permission: 'memory:read',
  effect: 'read',
  examples: [
    { say: 'audit my memory', input: {} },
    { say: 'check the memory for problems', input: {} },
    { say: 'audit the memory for duplicate facts', input: { problem: 'duplicate' } },
    { say: 'look for secrets in memory', input: { problem: 'secret' } },
    { say: 'do I have duplicate facts', input: { problem: 'duplicate' } },
    { say: 'inspect your memory for problems', input: {} },
  ],
  async run(ctx, { problem }) {
    const facts = await everyFact(ctx);
    const known = { now: ctx.clock.now(), turnsThere: await turnsThere(ctx, facts) };
    const all = [...findingsOf(facts, known), ...(await contradictions(ctx))];
    const found = problem ? all.filter((one) => one.problem === problem) : all;
    const counts = Object.fromEntries(
      [...Map.groupBy(found, (one) => one.problem)].map(([of, ones]) => [of, ones.length]),
    );
    const findings = found.slice(0, FINDINGS_MAX).map((one) => ({
      ...one,
      fact_ids: [...one.fact_ids],
      fix: one.fix && { ...one.fix, input: { ...one.fix.input } },
    }));
    return { facts: facts.length, counts, findings };
  },
});
