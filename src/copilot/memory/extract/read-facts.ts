/** Has the model read a message for facts the patterns did not see. What it cannot point to in the message is dropped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { factTextSchema } from '../facts/fact.ts';
import { isSaidIn } from '../facts/support.ts';
import { factKeyOf } from '../facts/voice.ts';
import { readingOf } from '../truth/reading.ts';
import type { ExtractedFact } from './patterns.ts';
import { holdsSecret } from './secrets.ts';
import { FACT_CATEGORIES } from './subject-category.ts';

const PROMPT = readFileSync(join(import.meta.dirname, 'extract.prompt.md'), 'utf8');
/** Shorter messages state nothing; each reading is a call to the model. */
const MESSAGE_CHARS_MIN = 12;
const ANSWER_TOKENS_MAX = 600;
/** Below this the model doubts it itself. */
const CONFIDENCE_MIN = 0.5;

const answerSchema = z.object({
  facts: z.array(
    z.object({
      fact: factTextSchema,
      category: z.enum(FACT_CATEGORIES).catch('general'),
      confidence: z.number().min(0).max(1).catch(0.7),
      quote: z.string().min(1),
    }),
  ),
});

/** The facts in a model's answer that the message supports. Anything but the asked-for JSON yields none. */
export function supportedFacts(answer: string, message: string, at = 0): ExtractedFact[] {
  const json = /\{[\s\S]*\}/.exec(answer)?.[0];
  if (!json) return [];
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return [];
  }
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) return [];
  return parsed.data.facts
    .filter(
      ({ fact, quote, confidence }) =>
        confidence >= CONFIDENCE_MIN && message.includes(quote) && isSaidIn(fact, quote) && !holdsSecret(quote),
    )
    .map((fact) => ({ ...fact, reading: readingOf(fact.fact, at) }));
}

export async function readFacts(
  ctx: Context,
  message: string,
  known: readonly ExtractedFact[],
): Promise<ExtractedFact[]> {
  const { models, signal } = ctx;
  const choice = await models.choose();
  if (choice.id === 'offline' || message.length < MESSAGE_CHARS_MIN || holdsSecret(message)) return [];
  let answer = '';
  const request = {
    system: PROMPT,
    messages: [{ role: 'user' as const, text: message }],
    tools: [],
    grounding: { facts: [], turns: [] },
    tokensMax: ANSWER_TOKENS_MAX,
    temperature: 0,
  };
  for await (const event of models.stream(request, signal)) if (event.type === 'text') answer += event.text;
  const keys = new Set(known.map(({ fact }) => factKeyOf(fact)));
  return supportedFacts(answer, message, ctx.clock.now()).filter(({ fact }) => !keys.has(factKeyOf(fact)));
}
