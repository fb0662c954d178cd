/** The meter: tokens sent and answered, by day and model, of everything, one conversation or one answer. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { type UsageInQuarter, usageByQuarter } from './usage/store.ts';

const sumSchema = z.object({ answers: z.int(), input_tokens: z.int(), output_tokens: z.int() });
type Sum = z.output<typeof sumSchema>;

const DAY_MS = 86_400_000;
const DAYS_MAX = 366;

function sumOf(quarters: readonly UsageInQuarter[]): Sum {
  const add = (of: 'answers' | 'input' | 'output') => quarters.reduce((sum, quarter) => sum + quarter[of], 0);
  return { answers: add('answers'), input_tokens: add('input'), output_tokens: add('output') };
}

function summedBy(quarters: readonly UsageInQuarter[], keyOf: (quarter: UsageInQuarter) => string): [string, Sum][] {
  return [...Map.groupBy(quarters, keyOf)].map(([key, group]) => [key, sumOf(group)]);
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const usageOfChat = defineOperation({
  name: 'chat.usage',
  summary: 'Show the tokens that answers took, by day and model',
  input: z.object({
    days: z.int().min(1).max(DAYS_MAX).default(30).describe('How far back'),
    conversation_id: z.uuid().optional().describe('Only this conversation'),
    turn_id: z.uuid().optional().describe('Only this answer'),
    time_zone: z
      .string()
      .max(64)
      .refine(isTimeZone, { message: 'That is no time zone. Use a name such as Europe/Lisbon.' })
      .default('UTC')
      .describe('Whose days'),
  }),
  output: z.object({
    total: sumSchema,
    today: sumSchema,
    by_day: z.array(sumSchema.extend({ day: z.iso.date() })),
    by_model: z.array(sumSchema.extend({ model: z.string() })),
  }),
  permission: 'chat:use',
  effect: 'read',
  examples: [
    { say: 'how many tokens did I use', input: {} },
    { say: 'show my token usage', input: {} },
    { say: 'show the token usage of the last 7 days', input: { days: 7 } },
    { say: 'what did the models cost in tokens over 90 days', input: { days: 90 } },
  ],
  async run({ owner, db, clock }, { days, conversation_id, turn_id, time_zone }) {
    const now = clock.now();
    const quarters = await usageByQuarter(owner, db, {
      from: now - days * DAY_MS,
      to: now + 1,
      conversationId: conversation_id,
      turnId: turn_id,
    });
    const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: time_zone, dateStyle: 'short' });
    const dayOf = ({ at }: Pick<UsageInQuarter, 'at'>) => dayFormat.format(at);
    return {
      total: sumOf(quarters),
      today: sumOf(quarters.filter((quarter) => dayOf(quarter) === dayFormat.format(now))),
      by_day: summedBy(quarters, dayOf).map(([day, sum]) => ({ day, ...sum })),
      by_model: summedBy(quarters, ({ model }) => model).map(([model, sum]) => ({ model, ...sum })),
    };
  },
});
