/** What each operation that starts a task means as a request: the way from the call that was approved to what runs. Pure. */

export interface TaskRequest {
  readonly type: string;
  readonly action: string;
  readonly params: Record<string, unknown>;
  readonly idempotency_key?: string | undefined;
  readonly goal_id?: string | undefined;
}

/** A call as it was made, and as its approval is bound to it. */
export interface AskedCall {
  readonly operation: string;
  /** Parsed. */
  readonly input: Record<string, unknown>;
}

const SHORTHANDS: ReadonlyMap<string, { readonly type: string; readonly action: string }> = new Map([
  ['tasks.scale', { type: 'kubernetes', action: 'scale' }],
  ['tasks.restart', { type: 'kubernetes', action: 'rollout_restart' }],
  ['tasks.clone', { type: 'git', action: 'clone' }],
]);

export function requestOf({ operation, input }: AskedCall): TaskRequest {
  const shorthand = SHORTHANDS.get(operation);
  return shorthand ? { ...shorthand, params: input } : (input as unknown as TaskRequest);
}
