/** A schedule: when something happens by itself, what it is, and who agreed to it. Schemas and limits. */
import { z } from 'zod';

export const TRIGGERS = ['recurring', 'once', 'event', 'hand'] as const;
export const ACTIONS = ['operation', 'ask', 'remind'] as const;
/** `owner`: a person made it. `approval`: an agent did, and the owner approved. `agent`: whatever needs consent asks at each run. */
export const CONSENTS = ['owner', 'approval', 'agent'] as const;
export const CATCH_UPS = ['once', 'skip', 'all'] as const;
export const STATES = ['active', 'paused', 'ended'] as const;

export const TITLE_CHARS_MAX = 200;
/** A question or a reminder is a few sentences; a longer one is a document. */
export const WORDS_CHARS_MAX = 2000;

export const scheduleSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string().describe('What it does and when, in words'),
  trigger: z.enum(TRIGGERS).describe('`hand`: only when it is run'),
  when: z.string().nullable().describe('As it was said'),
  cron: z.string().nullable(),
  at: z.iso.datetime().nullable().describe('The one time, where there is only one'),
  time_zone: z.string(),
  on: z.string().nullable().describe('The event it waits for'),
  filter: z.record(z.string(), z.unknown()).nullable().describe('What that event must say'),
  action: z.enum(ACTIONS),
  operation: z.string().nullable(),
  input: z.record(z.string(), z.unknown()),
  words: z.string().nullable().describe('What is asked, or what the reminder says'),
  consent: z.enum(CONSENTS).describe('Who agreed to exactly this; `agent`: it asks at each run where it must'),
  catch_up: z.enum(CATCH_UPS).describe('What happens to runs missed while Nima was off'),
  state: z.enum(STATES),
  next_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  removed_at: z.iso.datetime().nullable(),
});
export type Schedule = z.output<typeof scheduleSchema>;

/** What a person says of a schedule; `create` and `update` share it. */
export const wishShape = {
  title: z.string().trim().min(1).max(TITLE_CHARS_MAX).optional(),
  when: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ format: 'when' })
    .optional()
    .describe('“every Monday at 9”, “tomorrow at 9”, “in 20 minutes”, or a cron line'),
  time_zone: z.string().optional().describe('IANA name; yours unless given'),
  on: z.string().max(100).optional().describe('An event instead of a time: tasks.task.failed'),
  filter: z.record(z.string(), z.unknown()).optional().describe('Values the event must have: { "type": "github" }'),
  remind: z.string().trim().min(1).max(WORDS_CHARS_MAX).optional().describe('What to remind you of'),
  ask: z.string().trim().min(1).max(WORDS_CHARS_MAX).optional().describe('What to ask Nima, in a sentence'),
  operation: z.string().max(100).optional().describe('An operation to run: goals.list'),
  input: z.record(z.string(), z.unknown()).optional().describe('Input of the operation'),
  catch_up: z
    .enum(CATCH_UPS)
    .optional()
    .describe('Runs missed while Nima was off: the last one, none, or all (10 at most)'),
};

export const scheduleErrors = {
  schedule_unknown: {
    kind: 'not_found',
    text: () => 'There is no such schedule. `nima schedules list` shows them.',
  },
} as const;
