/** Puts an owner's decision about a pack on record and announces it. Shared by `activate` and `deactivate`. */
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import { findPack, packOf } from '../library/available.ts';
import { type Pack, type PackState, packErrors } from './pack.ts';
import { lockPack, putPack } from './store.ts';

const fail = failuresOf(packErrors);

export function setState(ctx: Context, id: string, state: PackState): Promise<Pack> {
  return ctx.transaction(async (tx) => {
    const { owner, db, clock, events } = tx;
    // The version must not change between the look and the write; a shipped pack has none.
    await lockPack(owner, db, id);
    const pack = await findPack(tx, id);
    if (!pack) throw fail.pack_unknown({});
    await putPack(owner, db, { id, state, ordinal: pack.installed?.ordinal ?? null, changed_at: clock.now() });
    await events.emit(state === 'off' ? 'knowledge.pack.deactivated' : 'knowledge.pack.activated', {
      owner,
      id,
      state,
    });
    return packOf({ ...pack, state });
  });
}
