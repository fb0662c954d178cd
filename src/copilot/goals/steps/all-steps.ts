/** Every step for one goal: what its own rows tell, what memory and packs know of it, what completed goals teach. */
import type { Context } from '../../../kernel/context.ts';
import type { Standing } from '../standing.ts';
import type { Surroundings } from '../view.ts';
import { ideasFromKnowledge } from './from-knowledge.ts';
import { ideasFromLessons } from './from-lessons.ts';
import { ideasFromMemory } from './from-memory.ts';
import { ideasKept } from './from-model.ts';
import type { Step } from './step.ts';
import { judgedOf, ownIdeas, weighed } from './suggest.ts';

export async function stepsOf(ctx: Context, standing: Standing, around: Surroundings): Promise<Step[]> {
  const judged = (await judgedOf(ctx, [standing], around))(standing);
  const isOpen = standing.goal.status === 'active' && standing.progress < 1;
  const sources = isOpen ? [ideasFromLessons, ideasFromMemory, ideasFromKnowledge, ideasKept] : [];
  const learned = await Promise.all(sources.map((source) => source(ctx, standing)));
  return weighed(standing, [...ownIdeas(standing, judged), ...learned.flat()], judged.decisions);
}
