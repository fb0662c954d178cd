/** Further steps from a reachable model, asked for by the owner. Its answer is checked; anything but the asked-for JSON gives none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { likeness } from '../matching/likeness.ts';
import { MILESTONE_CHARS_MAX } from '../milestones/milestone.ts';
import { finishOf, type Standing } from '../standing.ts';
import { listIdeas } from './ideas/store.ts';
import type { Step } from './step.ts';
import type { Idea } from './suggest.ts';

const PROMPT = readFileSync(join(import.meta.dirname, 'suggest.prompt.md'), 'utf8');
const ANSWER_TOKENS_MAX = 500;
const STEPS_MAX = 3;
/** A step that says this much of a known one is the same step in other words. */
const SAME = 0.7;

const sentence = z.string().trim().min(3).max(300);
const answerSchema = z.object({
  steps: z.array(
    z.object({ text: sentence, because: sentence, milestone: z.string().trim().min(3).max(MILESTONE_CHARS_MAX) }),
  ),
});

export type ModelIdea = z.output<typeof answerSchema>['steps'][number];

/** The steps in a model's answer that are not known yet. */
export function ideasIn(answer: string, known: readonly string[]): ModelIdea[] {
  const json = /\{[\s\S]*\}/.exec(answer)?.[0];
  if (!json) return [];
  try {
    const { steps } = answerSchema.parse(JSON.parse(json));
    return steps
      .filter(
        ({ text, milestone }) => !known.some((one) => likeness(text, one) >= SAME || likeness(milestone, one) >= SAME),
      )
      .slice(0, STEPS_MAX);
  } catch {
    return [];
  }
}

async function ask({ models, signal }: Context, question: object): Promise<string> {
  let answer = '';
  const request = {
    system: PROMPT,
    messages: [{ role: 'user' as const, text: JSON.stringify(question) }],
    tools: [],
    grounding: { facts: [], turns: [] },
    tokensMax: ANSWER_TOKENS_MAX,
    temperature: 0,
  };
  for await (const event of models.stream(request, signal)) if (event.type === 'text') answer += event.text;
  return answer;
}

/** What a model thought of before, as it was kept. */
export async function ideasKept({ owner, db }: Context, { goal }: Standing): Promise<Idea[]> {
  return (await listIdeas(owner, db, goal.id)).map(({ text, because, milestone }) => ({
    kind: 'model',
    key: milestone.toLowerCase(),
    text,
    because: `${because} (A model suggests it.)`,
    milestone,
  }));
}

/** None from the offline model, which writes no plans, nor from one that is away. */
export async function askModel(ctx: Context, standing: Standing, steps: readonly Step[]): Promise<ModelIdea[]> {
  if ((await ctx.models.choose()).id === 'offline') return [];
  const { title, description, deadline } = standing.goal;
  const milestones = standing.milestones.map((row) => ({
    title: row.title,
    done: Boolean(finishOf(standing, row.id)),
  }));
  // What memory and packs say is long, and holds many words of anything.
  const suggested = steps.filter(({ kind }) => kind !== 'memory' && kind !== 'knowledge').map(({ text }) => text);
  try {
    const answer = await ask(ctx, { goal: { title, description, deadline }, milestones, suggested });
    return ideasIn(answer, [...milestones.map((milestone) => milestone.title), ...suggested]);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    ctx.log.warn('the model suggested nothing', { goalId: standing.goal.id, cause: thrown });
    return [];
  }
}
