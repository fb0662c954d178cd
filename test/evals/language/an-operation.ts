/** One operation of the evaluation's catalogue: the fields understanding learns from, and a `run` that refuses. */
import { z } from 'zod';
import { defineOperation, type Effect, type Example, type Operation } from '../../../src/kernel/operation.ts';

interface Described<I extends z.ZodObject> {
  readonly name: string;
  readonly summary: string;
  readonly effect: Effect;
  readonly input: I;
  readonly examples: readonly Example<I>[];
}

export function anOperation<I extends z.ZodObject>(described: Described<I>): Operation {
  const operation = defineOperation({
    ...described,
    output: z.object({}),
    permission: 'public',
    run: () => {
      throw new Error(`${described.name} exists only to be understood.`);
    },
  });
  return operation as unknown as Operation;
}
