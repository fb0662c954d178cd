/** What knowledge packs say that touches a goal's next step, with the citation. */
import type { Context } from '../../../kernel/context.ts';
import { selectPassages } from '../../knowledge/index.ts';
import { openMilestones, type Standing } from '../standing.ts';
import type { Idea } from './suggest.ts';

/** One: a pack advises everybody, memory knows its owner. */
const IDEAS_MAX = 1;
const TOKENS_MAX = 200;
const TEXT_CHARS_MAX = 300;

export async function ideasFromKnowledge(ctx: Context, standing: Standing): Promise<Idea[]> {
  const about = `${standing.goal.title} ${openMilestones(standing)[0]?.title ?? ''}`.trim();
  const passages = await selectPassages(ctx, about, { limit: IDEAS_MAX, tokensMax: TOKENS_MAX });
  return passages.map(({ id, text, citation, is_overdue }) => ({
    kind: 'knowledge',
    key: id,
    text: `Consider: ${text.length > TEXT_CHARS_MAX ? `${text.slice(0, TEXT_CHARS_MAX)}…` : text}`,
    because: `${citation}${is_overdue ? '; due for a check' : ''}.`,
    sources: [{ type: 'pack', id, text: citation }],
  }));
}
