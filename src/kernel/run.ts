/**
 * The one pipeline every call passes, whatever the face: parse → authorize → approve → run → check output → audit.
 * It is the only place that runs an operation, so a rule kept here is kept everywhere.
 */
import { z } from 'zod';
import { CallRecord } from './call-record.ts';
import type { Context } from './context.ts';
import { Failure } from './errors.ts';
import { commandOf } from './names.ts';
import { isStream, type Operation } from './operation.ts';
import { storable } from './storable.ts';

/** Decides whether a call may run now. Throws a Failure when it may not, or not yet. */
export interface Approver {
  /** `input` is the parsed input; returns the id of the approval spent, or null, at once, when none was needed. */
  approve(ctx: Context, operation: Operation, input: Record<string, unknown>): Promise<string | null> | null;
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
  const parsed = operation.input.safeParse(storable(raw ?? {}));
  if (parsed.success) return parsed.data;
  const details = { issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  throw new Failure('invalid', `${operation.name}: ${issuesText(parsed.error)}`, { code: 'invalid_input', details });
}

function authorize(ctx: Context, operation: Operation): void {
  if (operation.permission === 'public') return;
  if (!ctx.owner) throw new Failure('unauthenticated', 'Sign in first, or send a bearer token.');
  if (operation.onlyPeople && ctx.actor.kind !== 'person') {
    const text = `Only the owner can do this, in the page or with "nima ${commandOf(operation).join(' ')}".`;
    throw new Failure('forbidden', text, { code: 'only_people' });
  }
  const { permissions } = ctx.actor;
  if (permissions.includes('*') || permissions.includes(operation.permission)) return;
  throw new Failure('forbidden', `This needs the permission ${operation.permission}. Ask the owner for it.`, {
    details: { permission: operation.permission },
  });
}

function checkOutput(operation: Operation, answer: unknown): unknown {
  if (operation.fits(answer)) return answer;
  const parsed = operation.output.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(`${operation.name} answered with the wrong shape: ${issuesText(parsed.error)}`);
}

/** A stream is over when its events are, or when its reader leaves; only then is it recorded how it went. */
async function* checkEvents(
  operation: Operation,
  events: AsyncIterable<unknown>,
  record: CallRecord,
): AsyncIterable<unknown> {
  const schema = operation.events ?? z.never();
  let failure: Failure | null = null;
  try {
    for await (const event of events) yield schema.parse(event);
  } catch (thrown) {
    failure = await record.failed(thrown);
    throw failure;
  } finally {
    if (failure === null) await record.done();
  }
}

/** Runs one operation for `ctx.actor`. Answers with its output, or a stream of its events; throws only Failures. */
export async function runOperation(
  pipeline: Pipeline,
  operation: Operation,
  ctx: Context,
  raw: unknown,
): Promise<unknown> {
  const record = new CallRecord(pipeline, operation, ctx);
  try {
    const input = parseInput(operation, raw);
    record.input = input;
    authorize(ctx, operation);
    // What is not put off need not be waited for: each step costs 0.2 µs, and most calls are reads of people.
    const approving = pipeline.approver.approve(ctx, operation, input);
    if (approving) record.approvalId = await approving;
    const answer = operation.run(ctx, input);
    const settled = isStream(answer) ? answer : await answer;
    if (isStream(settled)) return checkEvents(operation, settled, record);
    const checked = checkOutput(operation, settled);
    const keeping = record.done();
    if (keeping) await keeping;
    return checked;
  } catch (thrown) {
    throw await record.failed(thrown);
  }
}
