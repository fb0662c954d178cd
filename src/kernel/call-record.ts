/** What is kept of one call: how it ended, for the audit, the log and the metrics. Told once, when the call is over. */
import type { Context } from './context.ts';
import { asFailure, type Failure } from './errors.ts';
import type { Operation } from './operation.ts';
import type { Pipeline } from './run.ts';

/** Without fields marked `secret`: even the hash of a password would let it be guessed offline. */
function withoutSecrets({ input: { shape } }: Operation, input: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => shape[name]?.meta()?.secret !== true));
}

export class CallRecord {
  readonly #pipeline: Pipeline;
  readonly #operation: Operation;
  readonly #ctx: Context;
  readonly #startedAt = performance.now();
  /** Parsed input, as soon as there is one. */
  input: Record<string, unknown> = {};
  /** The approval this call spent. */
  approvalId: string | null = null;

  constructor(pipeline: Pipeline, operation: Operation, ctx: Context) {
    this.#pipeline = pipeline;
    this.#operation = operation;
    this.#ctx = ctx;
  }

  /** A read is over at once; what else is done is so when it is on record. */
  done(): Promise<void> | null {
    if (this.#operation.effect !== 'read') return this.#audit(null).then(() => this.#measure('done'));
    this.#measure('done');
    return null;
  }

  /** Returns what to throw. */
  async failed(thrown: unknown): Promise<Failure> {
    const failure = asFailure(this.#pipeline.explain(thrown));
    const { effect, name } = this.#operation;
    this.#measure(failure.code);
    if (failure.kind === 'internal') this.#ctx.log.error('operation failed', { operation: name, cause: thrown });
    if (effect !== 'read' && this.#isKept(failure)) {
      // The caller must hear why the call failed, even when the same fault keeps the audit from being written.
      await this.#audit(failure.code).catch((cause: unknown) => this.#ctx.log.error('failure not audited', { cause }));
    }
    return failure;
  }

  /** Refusals of somebody known, and wrong passwords; noise a stranger could make without end is not kept. */
  #isKept({ kind }: Failure): boolean {
    if (this.#ctx.owner) return kind !== 'invalid';
    return this.#operation.permission === 'public' && kind === 'unauthenticated';
  }

  #measure(outcome: string): void {
    this.#pipeline.meter.observe(this.#operation.name, outcome, performance.now() - this.#startedAt);
  }

  async #audit(code: string | null): Promise<void> {
    const { actor, owner } = this.#ctx;
    await this.#pipeline.auditor.append(this.#ctx, {
      owner,
      actor: `${actor.kind}/${actor.face}`,
      operation: this.#operation.name,
      input: withoutSecrets(this.#operation, this.input),
      outcome: code === null ? 'done' : 'failed',
      code,
      approvalId: this.approvalId,
    });
  }
}
