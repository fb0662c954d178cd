/**
 * The door for everything that is not the owner's word: what a tool, page, file, issue, log, pack or MCP server says may
 * become a quarantined fact. It is listed apart, recalled in no answer, weighed against nothing, until the owner promotes it.
 */
import type { Context } from '../../../kernel/context.ts';
import { type Fact, factTextSchema } from './fact.ts';
import { findQuarantined } from './pages/store.ts';
import { rememberFact } from './remember.ts';
import { looksLikeSecret } from './secret-text.ts';
import { categoryOf, factKeyOf } from './voice.ts';

export interface Proposal {
  readonly fact: string;
  /** Where it was read: `tool:github`, `page:https://…`, `file:/…`, `mcp:weather`. */
  readonly origin: string;
  readonly category?: string;
}

/** A source that says a thousand things says none of them in confidence. */
const QUARANTINED_MAX = 500;

/** The quarantined fact, or null for what is no fact, holds a secret, or is one too many. */
export async function proposeFact(ctx: Context, { fact, origin, category }: Proposal): Promise<Fact | null> {
  const text = factTextSchema.safeParse(fact);
  if (!text.success || looksLikeSecret(text.data)) return null;
  const waiting = await findQuarantined(ctx.owner, ctx.db, QUARANTINED_MAX);
  const same = waiting.find((one) => factKeyOf(one.fact) === factKeyOf(text.data));
  if (same || waiting.length >= QUARANTINED_MAX) return same ?? null;
  const remembered = await rememberFact(
    ctx,
    {
      fact: text.data,
      category: category ?? categoryOf(text.data),
      source: 'inferred',
      trust: 'quarantined',
      confidence: 0.5,
      evidence: null,
      metadata: { origin: origin.slice(0, 500) },
    },
    true,
  );
  return remembered.fact;
}
