/**
 * Learns facts from a turn after it was answered. Reads only the owner's own words, so nothing recalled can come back as a
 * new fact; learns from a turn once, so what was forgotten stays forgotten; leaves a turn alone in which memory was told
 * directly.
 */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findTurn, type Turn } from '../../conversations/index.ts';
import { type ExtractedFact, extractFacts } from '../extract/patterns.ts';
import { readFacts } from '../extract/read-facts.ts';
import { hasLearnedFrom } from '../facts/learned/store.ts';
import { rememberFact } from '../facts/remember.ts';

/** Facts of one message; more is a document, not talk. */
const FACTS_MAX = 10;

const toldDirectly = ({ metadata }: Turn): boolean =>
  (metadata.calls ?? []).some(({ operation, effect }) => effect !== 'read' && operation.startsWith('memory.'));

async function learn(
  ctx: Context,
  said: Turn,
  facts: readonly ExtractedFact[],
  source: 'conversation' | 'inferred',
): Promise<void> {
  for (const { fact, category, confidence, reading, quote } of facts.slice(0, FACTS_MAX)) {
    await rememberFact(ctx, {
      fact,
      category,
      confidence,
      reading,
      saidAt: Date.parse(said.timestamp),
      source,
      trust: source === 'inferred' ? 'derived' : 'owner',
      evidence: { conversation_id: said.conversation_id, turn_id: said.id, quote },
    });
  }
}

export const extractTurn = defineJob({
  name: 'memory.extract',
  input: z.object({ owner: z.string(), turn_id: z.string(), user_turn_id: z.string().nullable() }),
  async run(ctx, { turn_id, user_turn_id }) {
    const { owner, db, log } = ctx;
    const said = user_turn_id ? await findTurn(owner, db, user_turn_id) : null;
    const answer = await findTurn(owner, db, turn_id);
    if (said?.role !== 'user' || said.metadata.claimed || !answer || toldDirectly(answer)) return;
    if (await hasLearnedFrom(owner, db, said.id)) return;
    const spoken = extractFacts(said.content, Date.parse(said.timestamp));
    await learn(ctx, said, spoken, 'conversation');
    try {
      await learn(ctx, said, await readFacts(ctx, said.content, spoken), 'inferred');
    } catch (thrown) {
      // A model that is away costs what it might have inferred, not what was plainly said.
      if (!(thrown instanceof Failure)) throw thrown;
      log.warn('the model did not read the turn', { turnId: said.id, cause: thrown });
    }
  },
});
