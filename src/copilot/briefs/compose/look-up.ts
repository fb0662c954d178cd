/**
 * Asks an operation by name, as its owner would, for what a brief needs of its answer. A part of Nima that is not there,
 * or may not be looked at, is a section less and no failure.
 */
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';

export interface Wanted<S extends z.ZodType> {
  readonly operation: string;
  readonly input?: Record<string, unknown>;
  readonly schema: S;
}

export async function lookUp<S extends z.ZodType>(ctx: Context, wanted: Wanted<S>): Promise<z.output<S> | null> {
  const operation = ctx.catalog.operations.get(wanted.operation);
  if (!operation) return null;
  try {
    return wanted.schema.parse(await ctx.call(operation, wanted.input ?? {}));
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.kind === 'forbidden') return null;
    throw thrown;
  }
}
