/** What the executor hands to an action, for tests of one integration by itself. */
import type { Action, Done, Integration, Work } from '../../src/copilot/tasks/ports/integration.ts';
import type { Machine } from '../../src/copilot/tasks/ports/machine.ts';
import { Failure } from '../../src/kernel/errors.ts';
import { Secret } from '../../src/kernel/secret.ts';
import { placeIn } from '../../src/platform/machine/named-roots.ts';
import { runProcess } from '../../src/platform/machine/run-process.ts';

export const testMachine: Machine = { run: runProcess, place: placeIn, home: '/nonexistent' };

export interface WorkOptions {
  readonly config?: object;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly signal?: AbortSignal;
}

export interface Bench {
  readonly lines: readonly string[];
  run(action: string, params: object, about?: WorkOptions): Promise<Done>;
  preview(action: string, params: object, about?: WorkOptions): Promise<string>;
  /** Null when the action cannot tell, or it was not done. */
  findDone(action: string, params: object, about?: WorkOptions): Promise<Done | null>;
  effect(action: string, params: object): string;
}

/** Runs actions of one integration as the executor does. */
export function aBench(integration: Integration, usual: WorkOptions = {}): Bench {
  const lines: string[] = [];
  const workOf = (about: WorkOptions): Work => {
    const { config = {}, secrets = {}, key = crypto.randomUUID(), signal } = { ...usual, ...about };
    return {
      config: integration.config.parse(config),
      secret(reference) {
        const found = secrets[reference];
        if (found === undefined) throw new Failure('invalid', `${reference} is not there.`, { code: 'secret_missing' });
        return new Secret(found);
      },
      signal: signal ?? new AbortController().signal,
      idempotencyKey: key,
      attempt: 1,
      log: (line) => void lines.push(line),
      progress: () => undefined,
    };
  };
  const called = (name: string, params: object): [Action, Record<string, unknown>] => {
    const action = integration.actions.find((each) => each.name === name);
    if (!action) throw new Error(`There is no action ${name}.`);
    return [action, action.params.parse(params)];
  };
  return {
    lines,
    async run(name, params, about = {}) {
      const [action, given] = called(name, params);
      return action.run(given, workOf(about));
    },
    async preview(name, params, about = {}) {
      const [action, given] = called(name, params);
      return action.preview(given, workOf(about));
    },
    async findDone(name, params, about = {}) {
      const [action, given] = called(name, params);
      return (await action.findDone?.(given, workOf(about))) ?? null;
    },
    effect(name, params) {
      const [action, given] = called(name, params);
      return action.effectOf(given);
    },
  };
}
