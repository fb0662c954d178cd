/**
 * The one pipeline every call passes, whatever the face: parse → authorize → approve → run → check output → audit.
 * It is the only place that runs an operation, so a rule kept here is kept everywhere.
 */
import { z } from 'zod';
import type { Context } from './context.ts';
import { asFailure, Failure } from './errors.ts';
import { isStream, type Operation } from './operation.ts';

/** Decides whether a call may run now. Throws a Failure when it may not, or not yet. */
export interface Approver {
  /** `input` is the parsed input; returns the id of the approval spent, or null when none was needed. */
  approve(ctx: Context, operation: Operation, input: Record<string, unknown>): Promise<string | null>;
}

export interface AuditEntry {
  readonly owner: string;
  readonly actor: string;
  readonly operation: string;
  readonly input: object;
  readonly outcome: 'done' | 'failed';
  /** Failure code when it failed. */
  readonly code: string | null;
  readonly approvalId: string | null;
}

export interface Auditor {
  append(ctx: Context, entry: AuditEntry): Promise<void>;
}

/** Measures calls; told once for each, after its answer or the end of its stream. */
export interface Meter {
  observe(operation: string, outcome: string, ms: number): void;
}

export interface Pipeline {
  /** Puts an error of the machinery (a full disk, a lost database) into Nima's words; anything else passes unchanged. */
  explain(thrown: unknown): unknown;
  readonly approver: Approver;
  readonly auditor: Auditor;
  readonly meter: Meter;
}

/** Input or output that does not fit its schema, said so that a person can mend it. */
function issuesText(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message)).join('; ');
}

function parseInput(operation: Operation, raw: unknown): Record<string, unknown> {
  const parsed = operation.input.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  const details = { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  throw new Failure('invalid', `${operation.name}: ${issuesText(parsed.error)}`, { code: 'invalid_input', details });
}

function authorize(ctx: Context, operation: Operation): void {
  if (operation.permission === 'public') return;
  if (!ctx.owner) throw new Failure('unauthenticated', 'Sign in first, or send a bearer token.');
  const { permissions } = ctx.actor;
  if (permissions.includes('*') || permissions.includes(operation.permission)) return;
  throw new Failure('forbidden', `This needs the permission ${operation.permission}. Ask the owner for it.`, {
    details: { permission: operation.permission },
  });
}

function checkOutput(operation: Operation, answer: unknown): unknown {
  const parsed = operation.output.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(`${operation.name} answered with the wrong shape: ${issuesText(parsed.error)}`);
}

async function* checkEvents(operation: Operation, events: AsyncIterable<unknown>): AsyncIterable<unknown> {
  const schema = operation.events ?? z.never();
  for await (const event of events) yield schema.parse(event);
}

/** Runs one operation for `ctx.actor`. Answers with its output, or a stream of its events; throws only Failures. */
export async function runOperation(
  { approver, auditor, meter, explain }: Pipeline,
  operation: Operation,
  ctx: Context,
  raw: unknown,
): Promise<unknown> {
  const startedAt = performance.now();
  let outcome = 'done';
  let input: Record<string, unknown> = {};
  let approvalId: string | null = null;
  const isAudited = operation.effect !== 'read';
  const audit = (code: string | null) =>
    auditor.append(ctx, {
      owner: ctx.owner,
      actor: `${ctx.actor.kind}/${ctx.actor.face}`,
      operation: operation.name,
      input,
      outcome: code === null ? 'done' : 'failed',
      code,
      approvalId,
    });
  try {
    input = parseInput(operation, raw);
    authorize(ctx, operation);
    approvalId = await approver.approve(ctx, operation, input);
    const answer = operation.run(ctx, input);
    const settled = isStream(answer) ? answer : await answer;
    const checked = isStream(settled) ? checkEvents(operation, settled) : checkOutput(operation, settled);
    if (isAudited) await audit(null);
    return checked;
  } catch (thrown) {
    const failure = asFailure(explain(thrown));
    outcome = failure.code;
    if (isAudited && ctx.owner && failure.kind !== 'invalid') await audit(failure.code);
    if (failure.kind === 'internal') ctx.log.error('operation failed', { operation: operation.name, cause: thrown });
    throw failure;
  } finally {
    meter.observe(operation.name, outcome, performance.now() - startedAt);
  }
}
