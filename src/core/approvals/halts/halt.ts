/** The kill switch as others see it, and the failure that says it is on. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { findHalt, type Halt } from './store.ts';

export const haltSchema = z.object({
  halted: z.boolean().describe('True while everything is stopped'),
  since: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});

export const haltView = (halt: Halt | null): z.output<typeof haltSchema> => ({
  halted: halt !== null,
  since: halt && new Date(halt.since).toISOString(),
  reason: halt?.reason ?? null,
});

/** True while the owner has stopped everything: agents only look, tasks and schedules wait. Read anew at each call. */
export async function isHalted({ owner, db }: Pick<Context, 'owner' | 'db'>): Promise<boolean> {
  return (await findHalt(owner, db)) !== null;
}

export const everythingIsStopped = (): Failure =>
  new Failure(
    'forbidden',
    'Everything is stopped. The owner says "go on" (or `nima approvals resume`) to let Nima act.',
    {
      code: 'halted',
    },
  );
