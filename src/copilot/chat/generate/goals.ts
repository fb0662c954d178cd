/** The goals a question serves: kept with the answer, and told to the model so that it answers towards them. */
import type { Context } from '../../../kernel/context.ts';
import type { ServedGoal } from '../../conversations/index.ts';
import { goalsFor, type TouchedGoal } from '../../goals/index.ts';
import type { Recalled } from '../../persona/index.ts';

export interface Serving {
  readonly goals: readonly ServedGoal[];
  /** As facts of the prompt. */
  readonly facts: readonly Recalled[];
}

function factOf({ id, title, progress, deadline, milestone }: TouchedGoal): Recalled {
  const step = milestone ? `, now at "${milestone.title}"` : '';
  const due = deadline ? `, due ${deadline.slice(0, 10)}` : '';
  const text = `The owner's goal "${title}" is ${Math.round(progress * 100)} % done${step}${due}.`;
  return { id, text, source: 'goals', when: '' };
}

export async function servingFor(ctx: Context, question: string): Promise<Serving> {
  const touched = question.trim() === '' ? [] : await goalsFor(ctx, question.slice(0, 4000));
  return {
    goals: touched.map(({ id, title, progress, milestone }) => ({
      id,
      title,
      progress,
      milestone: milestone?.title ?? null,
    })),
    facts: touched.map(factOf),
  };
}
