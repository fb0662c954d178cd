/** Reads what a schedule is to do, and what that does to the world: an operation, a question to Nima, or a reminder. */
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import type { Effect, Operation } from '../../../kernel/operation.ts';
import type { ScheduleRow } from '../store.ts';

export const actionErrors = {
  action_missing: {
    kind: 'invalid',
    text: () => 'Say what to do: remind you of something, ask Nima something, or run an operation.',
  },
  action_twice: {
    kind: 'invalid',
    text: () => 'A schedule does one thing: remind, ask or an operation. Make two for two.',
  },
  operation_unknown: {
    kind: 'invalid',
    text: ({ operation }: { operation: string }) =>
      `${operation} cannot be scheduled. Use an operation that Nima offers in chat; the reference lists them.`,
  },
  operation_forbidden: {
    kind: 'forbidden',
    text: ({ permission }: { permission: string }) => `Scheduling this needs the permission ${permission}.`,
  },
  operation_input_wrong: {
    kind: 'invalid',
    text: ({ operation, why }: { operation: string; why: string }) => `Input of ${operation}: ${why}.`,
  },
} as const;
const fail = failuresOf(actionErrors);

export interface ActionWish {
  readonly remind?: string | undefined;
  readonly ask?: string | undefined;
  readonly operation?: string | undefined;
  readonly input?: Record<string, unknown> | undefined;
}

/** The action as it is kept. `input` is canonical: as the operation itself reads it. */
export interface Action {
  readonly action_kind: 'operation' | 'ask' | 'remind';
  readonly operation: string | null;
  readonly input: Record<string, unknown>;
  readonly words: string | null;
}

/** Offered in chat, answers once, and makes no schedules. */
export function schedulable({ catalog }: Pick<Context, 'catalog'>, name: string): Operation | null {
  const operation = catalog.operations.get(name);
  if (!operation?.offeredIn.includes('chat') || operation.events || name.startsWith('schedules.')) return null;
  return operation;
}

export function mayRun(permissions: readonly string[], { permission }: Operation): boolean {
  return permission === 'public' || permissions.includes('*') || permissions.includes(permission);
}

function readOperation(ctx: Context, name: string, input: Record<string, unknown>): Action {
  const operation = schedulable(ctx, name);
  if (!operation) throw fail.operation_unknown({ operation: name });
  if (!mayRun(ctx.actor.permissions, operation)) throw fail.operation_forbidden({ permission: operation.permission });
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) {
    const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ');
    throw fail.operation_input_wrong({ operation: name, why });
  }
  // As given, and not as parsed: what parsing adds is read again at each run.
  return { action_kind: 'operation', operation: name, input, words: null };
}

/** Null when nothing is said about what to do. */
export function readAction(ctx: Context, { remind, ask, operation, input = {} }: ActionWish): Action | null {
  const said = [remind, ask, operation].filter((each) => each !== undefined);
  if (said.length === 0) return null;
  if (said.length > 1) throw fail.action_twice({});
  if (operation !== undefined) return readOperation(ctx, operation, input);
  const action_kind = remind === undefined ? 'ask' : 'remind';
  return { action_kind, operation: null, input: {}, words: remind ?? ask ?? '' };
}

export function neededAction(action: Action | null): Action {
  if (!action) throw fail.action_missing({});
  return action;
}

/**
 * What consenting to this action amounts to, for an agent: a question is said in the owner's name, so it counts as
 * acting outside; so does a change that nothing takes back.
 */
export async function effectOfAction(ctx: Context, { action_kind, operation, input }: Action): Promise<Effect> {
  if (action_kind === 'remind') return 'write';
  if (action_kind === 'ask') return 'spend';
  const known = schedulable(ctx, operation ?? '');
  const parsed = known?.input.safeParse(input);
  if (!known || !parsed?.success) return 'spend';
  const effect = known.effectOf ? await known.effectOf(ctx, parsed.data) : known.effect;
  return effect === 'write' && known.undo === undefined ? 'spend' : effect === 'read' ? 'write' : effect;
}

/** What a wish would do, before it is known to be sound; what is not will be refused by the run. */
export async function effectOfWish(ctx: Context, wish: ActionWish): Promise<Effect> {
  const { remind, ask, operation, input = {} } = wish;
  if (remind === undefined && ask === undefined && operation === undefined) return 'write';
  const action_kind = operation !== undefined ? 'operation' : ask !== undefined ? 'ask' : 'remind';
  return effectOfAction(ctx, { action_kind, operation: operation ?? null, input, words: null });
}

/** What running this schedule would do. */
export const effectOfRow = (ctx: Context, row: Pick<ScheduleRow, 'action_kind' | 'operation' | 'input' | 'words'>) =>
  effectOfAction(ctx, { ...row, input: JSON.parse(row.input) });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title for a schedule that was given none. */
export function titleOf({ catalog }: Context, { action_kind, operation, words }: Action): string {
  if (action_kind === 'remind') return `Reminder: ${words}`.slice(0, 200);
  if (action_kind === 'ask') return capital(words ?? '').slice(0, 200);
  return catalog.operations.get(operation ?? '')?.summary ?? operation ?? '';
}
