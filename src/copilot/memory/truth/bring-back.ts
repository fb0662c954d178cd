/** What becomes of others when a fact is taken away or brought back: what it had put in the past holds again, and the reverse. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from '../facts/fact.ts';
import { findFact, updateFactRow } from '../facts/store.ts';
import { replacedBy, retireFact, timelineOf } from './store.ts';

/** The facts this one had replaced hold again. */
export async function bringBackReplaced({ owner, db }: Context, { id, state }: Fact): Promise<void> {
  if (state !== 'current') return;
  const held = { state: 'current', valid_to: null, retired_at: null, replaced_by: null } as const;
  for (const one of await replacedBy(owner, db, id)) await updateFactRow(owner, db, { id: one.id, ...held });
}

/** A fact of one value holds again: what stands in its place is over. */
export async function giveWay({ owner, db, clock }: Context, { id, subject, attribute, state }: Fact): Promise<void> {
  if (state !== 'current' || subject === null || attribute === null) return;
  const at = clock.now();
  const others = (await timelineOf(owner, db, { subject, attribute })).filter(
    (one) => one.id !== id && one.state === 'current',
  );
  for (const held of others)
    await retireFact(owner, db, { held, valid_from: held.valid_from, valid_to: at }, { at, id });
}

/** It was never over: it holds, and what had replaced it never did. */
export async function undoRetirement({ owner, db, clock }: Context, { id, replaced_by }: Fact): Promise<void> {
  const later = replaced_by ? await findFact(owner, db, replaced_by) : null;
  if (later?.state === 'current' && !later.removed_at) {
    const begun = later.valid_from === null ? clock.now() : Date.parse(later.valid_from);
    await updateFactRow(owner, db, {
      id: later.id,
      state: 'past',
      valid_to: begun,
      retired_at: clock.now(),
      replaced_by: id,
    });
  }
  await updateFactRow(owner, db, { id, state: 'current', valid_to: null, retired_at: null, replaced_by: null });
}
