/**
 * What an operation is: one capability of Nima, typed, with the words people use for it. REST routes, commands, tools,
 * the typed client, the reference and the offline understanding of language are all derived from this one value.
 */
import type { z } from 'zod';
import type { Context } from './context.ts';
import { type Fail, type FailureCases, failuresOf } from './errors.ts';
import { type Fits, fitting } from './fits.ts';

/** `read` looks; `write` changes what Nima keeps; `spend` changes the outside or costs money; `destroy` removes. */
export type Effect = 'read' | 'write' | 'spend' | 'destroy';
export const FACES = ['rest', 'cli', 'chat', 'mcp'] as const;
export type FaceName = (typeof FACES)[number];
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A sentence a person would type and the input it means: documentation, test of every face, and training for offline use. */
export interface Example<I extends z.ZodObject = z.ZodObject> {
  readonly say: string;
  readonly input: z.input<I>;
  /**
   * Where people describe a thing instead of giving its id: `{ id: 'dark mode' }` for "forget about dark mode". The
   * words stand in `say`; offline, the id is found by asking the resource's `list` for them.
   */
  readonly refers?: Readonly<Record<string, string>>;
}

export interface OperationSpec<I extends z.ZodObject, O extends z.ZodType, C extends FailureCases> {
  /** Dotted, as the path of its file: `memory.facts.create`. */
  readonly name: string;
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** Set when `run` may answer with a stream of these events. */
  readonly events?: z.ZodType;
  readonly errors?: C;
  /** What the actor must hold, `public` for none. */
  readonly permission: string;
  /** The strongest effect a call may have. */
  readonly effect: Effect;
  /** Where it depends on the input what a call does: the effect of this very call. */
  effectOf?(ctx: Context, input: z.output<I>): Effect | Promise<Effect>;
  /** True when the owner consented to calls like this one before: it is on record, and an agent need not ask again. */
  isConsented?(ctx: Context, input: z.output<I>): Promise<boolean>;
  readonly examples: readonly Example<I>[];
  /** Only where a seed's address differs from the derived one. */
  readonly path?: `${Method} /${string}`;
  /** What the call would change, in one plain sentence, for the person who approves it. */
  preview?(ctx: Context, input: z.output<I>): Promise<string>;
  /** The operation that takes this one back, given its output. An agent's write that has one runs without approval. */
  readonly undo?: string;
  /** Never run for a model or a job, not even with an approval: for what decides how models are held. */
  readonly onlyPeople?: true;
  /** Faces that offer it; all of them unless said. */
  readonly offeredIn?: readonly FaceName[];
  run(ctx: Context, input: z.output<I>, fail: Fail<C>): Promise<z.input<O>> | AsyncIterable<unknown>;
}

export interface Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType>
  extends Omit<OperationSpec<I, O, FailureCases>, 'run' | 'errors'> {
  readonly errors: FailureCases;
  readonly offeredIn: readonly FaceName[];
  /** True when an answer is as `output` says to the letter, so that parsing it would change nothing. */
  readonly fits: Fits;
  run(ctx: Context, input: z.output<I>): Promise<z.input<O>> | AsyncIterable<unknown>;
}

export function defineOperation<I extends z.ZodObject, O extends z.ZodType, const C extends FailureCases>(
  spec: OperationSpec<I, O, C>,
): Operation<I, O> {
  const errors = spec.errors ?? ({} as C);
  const fail = failuresOf(errors);
  return {
    ...spec,
    errors,
    offeredIn: spec.offeredIn ?? FACES,
    fits: fitting(spec.output),
    run: (ctx, input) => spec.run(ctx, input, fail),
  };
}

/** True when `run` answered with events rather than one value. */
export function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}
