/** Notes a conflict for a person to decide, and announces it. */
import type { Context } from '../../../kernel/context.ts';
import { insertConflict } from './store.ts';

export async function openConflict(tx: Context, { heldId, toldId }: { heldId: string; toldId: string }): Promise<void> {
  const { owner, db, clock, newId, events } = tx;
  const id = newId();
  await insertConflict(owner, db, {
    id,
    held_id: heldId,
    told_id: toldId,
    because: 'It was told with less certainty, or comes from a source trusted less, than what is held.',
    created_at: clock.now(),
    resolved_at: null,
    resolution: null,
  });
  await events.emit('memory.conflict.opened', { owner, id });
}
