/**
 * Reads after each turn whether its owner said that something is done. Reads only their own words, and each turn once, so
 * what was taken back stays taken back; leaves a turn alone in which goals were told directly.
 */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findTurn, type Turn } from '../../conversations/index.ts';
import { ownStatements } from '../../memory/index.ts';
import { EVIDENCE_CHARS_MAX, EVIDENCE_MAX } from '../evidence/evidence.ts';
import { settleEvidence } from '../evidence/settle.ts';
import { insertEvidence, isEvidence } from '../evidence/store.ts';
import { type Claim, claimsIn } from '../matching/claims.ts';
import { claimed, type Target, targetsOf } from '../matching/match.ts';
import { standingsOf } from '../standing.ts';
import { listGoalRows, lockGoals } from '../store.ts';

const toldDirectly = ({ metadata }: Turn): boolean =>
  (metadata.calls ?? []).some(({ operation, effect }) => effect !== 'read' && operation.startsWith('goals.'));

interface Found {
  readonly claim: Claim;
  readonly target: Target;
}

function findings(said: Turn, targets: readonly Target[]): Found[] {
  const claims = ownStatements(said.content).flatMap(claimsIn);
  const found = claims.flatMap((claim) => claimed(claim, targets).map((target) => ({ claim, target })));
  // One turn counts once for each thing, with the most it says.
  const best = Map.groupBy(found, ({ target }) => target.milestoneId ?? target.goalId);
  return [...best.values()].map((same) => same.reduce((a, b) => (b.claim.share > a.claim.share ? b : a)));
}

async function write(ctx: Context, said: Turn, { claim, target }: Found): Promise<void> {
  const { owner, db, newId } = ctx;
  const done = claim.share === 1 ? 'is done' : `is ${Math.round(claim.share * 100)} % done`;
  await insertEvidence(owner, db, {
    id: newId(),
    goal_id: target.goalId,
    milestone_id: target.milestoneId,
    kind: 'turn',
    text: `You said that "${target.title}" ${done}`,
    share: claim.share,
    source_type: 'turn',
    source_id: said.id,
    conversation_id: said.conversation_id,
    quote: claim.quote.slice(0, EVIDENCE_CHARS_MAX),
    at: Date.parse(said.timestamp),
    removed_at: null,
  });
  await settleEvidence(ctx, target.goalId);
}

export const readProgress = defineJob({
  name: 'goals.progress',
  input: z.object({ owner: z.string(), turn_id: z.string(), user_turn_id: z.string().nullable() }),
  run: (ctx, { turn_id, user_turn_id }) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      const said = user_turn_id ? await findTurn(owner, db, user_turn_id) : null;
      const answer = await findTurn(owner, db, turn_id);
      if (said?.role !== 'user' || said.metadata.claimed || !answer || toldDirectly(answer)) return;
      await lockGoals(owner, db);
      if (await isEvidence(owner, db, said.id)) return;
      const standings = await standingsOf(tx, await listGoalRows(owner, db, { status: 'active' }));
      const open = standings.filter(({ evidence }) => evidence.length < EVIDENCE_MAX);
      for (const found of findings(said, targetsOf(open))) await write(tx, said, found);
    }),
});
