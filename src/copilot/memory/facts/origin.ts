/** How far a text may be trusted as the owner's: a person's own word is certain, an agent's only as the words it can point to. */
import type { Context } from '../../../kernel/context.ts';
import { findTurn } from '../../conversations/index.ts';
import type { Fact } from './fact.ts';
import { isSaidIn } from './support.ts';

const QUOTE_CHARS_MAX = 500;

export async function originOf(ctx: Context, fact: string): Promise<Pick<Fact, 'trust' | 'evidence'>> {
  if (ctx.actor.kind !== 'agent') return { trust: 'owner', evidence: null };
  const turn = ctx.actor.place ? await findTurn(ctx.owner, ctx.db, ctx.actor.place) : null;
  const said = turn?.parent_id ? await findTurn(ctx.owner, ctx.db, turn.parent_id) : null;
  if (!said) return { trust: 'derived', evidence: null };
  const quote = said.content.slice(0, QUOTE_CHARS_MAX);
  const evidence = { conversation_id: said.conversation_id, turn_id: said.id, quote };
  return { trust: isSaidIn(fact, said.content) ? 'owner' : 'derived', evidence };
}
