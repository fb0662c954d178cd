/** An outside system for tests of the task executor: each action does what the test says, and counts what really happened. */
import { z } from 'zod';
import {
  type Action,
  type Done,
  defineAction,
  type Integration,
  integrationPort,
  type Work,
} from '../../src/copilot/tasks/ports/integration.ts';
import type { Effect } from '../../src/kernel/operation.ts';
import { type Provided, provide } from '../../src/kernel/port.ts';

export type Play = (work: Work, params: { text: string }) => Promise<Done | undefined> | Done | undefined;

export interface Stage {
  readonly provided: readonly Provided[];
  readonly integration: Integration;
  /** Every run of an action, by key. */
  readonly runs: { readonly action: string; readonly key: string; readonly attempt: number }[];
  /** What the next runs do, in order; after them, they succeed. */
  script(...plays: Play[]): void;
}

const params = z.strictObject({ text: z.string().default('') });

export function aStage(): Stage {
  const runs: Stage['runs'] = [];
  const plays: Play[] = [];
  const action = (name: string, effect: Effect, about: Partial<Action> = {}): Action => ({
    ...defineAction({
      name,
      summary: `Does ${name}`,
      params,
      effectOf: () => effect,
      preview: async ({ text }) => `Would ${name} ${text}.`,
      async run(given, work) {
        runs.push({ action: name, key: work.idempotencyKey, attempt: work.attempt });
        return (await plays.shift()?.(work, given)) ?? { summary: `Did ${name}`, data: { text: given.text } };
      },
    }),
    ...about,
  });
  const found: Done = { summary: 'Was done before', data: {} };
  const integration: Integration = {
    name: 'stage',
    summary: 'A stage',
    config: z.strictObject({ token: z.string().default('env:STAGE_TOKEN') }),
    actions: [
      action('look', 'read'),
      action('send', 'spend'),
      action('set', 'spend', { isRepeatable: () => true }),
      action('open', 'spend', {
        findDone: async (_params, work) => (runs.some(({ key }) => key === work.idempotencyKey) ? found : null),
      }),
    ],
    tested: 'real peer',
    health: async () => ({ isReady: true, text: 'The stage is set.' }),
  };
  return {
    provided: [provide(integrationPort, 'stage', integration)],
    integration,
    runs,
    script: (...more) => void plays.push(...more),
  };
}
