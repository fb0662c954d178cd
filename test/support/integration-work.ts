/** What a running action is given, for tests of integrations: scripted secrets, a log one can read, a signal one can pull. */
import type { Integration, Work } from '../../src/copilot/tasks/ports/integration.ts';
import { Failure } from '../../src/kernel/errors.ts';
import { Secret } from '../../src/kernel/secret.ts';

export interface TestWork extends Work {
  readonly lines: readonly string[];
  cancel(): void;
}

export interface WorkOptions {
  readonly config?: Record<string, unknown>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly attempt?: number;
}

export function aWork({
  config = {},
  secrets = {},
  idempotencyKey = 'task-1',
  attempt = 1,
}: WorkOptions = {}): TestWork {
  const lines: string[] = [];
  const stop = new AbortController();
  return {
    config,
    secret(reference) {
      const value = secrets[reference];
      if (value === undefined) throw new Failure('invalid', `${reference} is not there.`, { code: 'secret_missing' });
      return new Secret(value);
    },
    signal: stop.signal,
    idempotencyKey,
    attempt,
    log: (line) => void lines.push(line),
    progress: () => undefined,
    lines,
    cancel: () => stop.abort(new Error('Cancelled.')),
  };
}

/** Runs an action as the executor does: parameters parsed first. */
export async function act(integration: Integration, name: string, params: object, work: Work) {
  const action = actionOf(integration, name);
  return action.run(action.params.parse(params), work);
}

export async function previewOf(integration: Integration, name: string, params: object, work: Work): Promise<string> {
  const action = actionOf(integration, name);
  return action.preview(action.params.parse(params), work);
}

export function actionOf(integration: Integration, name: string) {
  const action = integration.actions.find((each) => each.name === name);
  if (!action) throw new Error(`${integration.name} has no action ${name}.`);
  return action;
}
