/** What memory knows that touches a goal's next step: how its owner works, what they decided, where things are. */

import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { recallMemory } from '../../memory/index.ts';
import { likeness } from '../matching/likeness.ts';
import { openMilestones, type Standing } from '../standing.ts';
import type { Idea } from './suggest.ts';

const RECALLED = 8;
const IDEAS_MAX = 2;
/** Share of a fact's own words that the goal holds: below it the two only share a common word. */
const TOUCHES = 0.2;

/** Nothing when the actor may not read memory: goals work without it. */
async function recalled(ctx: Context, query: string) {
  try {
    return (await ctx.call(recallMemory, { query, limit: RECALLED, tokens_max: 600 })).facts;
  } catch (thrown) {
    if (thrown instanceof Failure) return [];
    throw thrown;
  }
}

export async function ideasFromMemory(ctx: Context, standing: Standing): Promise<Idea[]> {
  const { goal } = standing;
  const about = [goal.title, openMilestones(standing)[0]?.title ?? '', goal.description].join(' ').trim();
  const facts = await recalled(ctx, about);
  return facts
    .filter(({ fact }) => likeness(fact, about) >= TOUCHES)
    .slice(0, IDEAS_MAX)
    .map(({ id, fact, source, created_at }) => ({
      kind: 'memory',
      key: id,
      text: `Keep to what you know: ${fact}`,
      because: `${source === 'inferred' ? 'Nima concluded' : 'You said'} so on ${created_at.slice(0, 10)}, and it touches "${goal.title}".`,
      sources: [{ type: 'fact', id, text: fact }],
    }));
}
