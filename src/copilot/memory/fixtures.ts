/** Facts for tests. */
import type { Context } from '../../kernel/context.ts';
import { insertConflict } from './conflicts/store.ts';
import type { NewFact } from './facts/remember.ts';
import { vectorOf } from './facts/remember.ts';
import { insertFact, updateFactRow } from './facts/store.ts';
import { insertVersion } from './facts/versions/store.ts';
import { factKeyOf } from './facts/voice.ts';
import { insertImport } from './imports/store.ts';

export function aFact(fact: Partial<NewFact> = {}): NewFact {
  return {
    fact: 'Cluster is called ElderTree',
    category: 'infrastructure',
    source: 'explicit',
    trust: 'owner',
    confidence: 1,
    evidence: null,
    ...fact,
  };
}

async function insert(ctx: Context, id: string, { fact, category, source, trust, confidence }: NewFact): Promise<void> {
  const { owner, db, clock } = ctx;
  const now = clock.now();
  await insertFact(owner, db, {
    id,
    fact,
    same_as: factKeyOf(fact),
    category,
    source,
    trust,
    confidence,
    subject: null,
    attribute: null,
    value: null,
    state: trust === 'quarantined' ? 'quarantined' : 'current',
    valid_from: now,
    valid_to: null,
    retired_at: null,
    replaced_by: null,
    conversation_id: null,
    turn_id: null,
    quote: null,
    metadata: '{}',
    ...(await vectorOf(ctx, fact)),
    created_at: now,
    updated_at: now,
  });
  await insertVersion(owner, db, id, { at: now, actor: 'person/rest', change: 'created', fact, category });
}

/** Puts in place what the examples of this module speak of. */
export async function givenMemoryExamples(ctx: Context): Promise<void> {
  const texts = [
    'Cluster is called ElderTree',
    'Prefers tea',
    'My old job was at a bank',
    'The printer is in the hall',
    'Coffee only before noon',
  ];
  for (const [index, fact] of texts.entries()) {
    await insert(ctx, `00000000-0000-4000-8000-0000000000f${index + 1}`, aFact({ fact }));
  }
  const forgotten = '00000000-0000-4000-8000-0000000000f5';
  await updateFactRow(ctx.owner, ctx.db, { id: forgotten, removed_at: ctx.clock.now() });
  await givenFactsApart(ctx);
}

const idOf = (place: string): string => `00000000-0000-4000-8000-0000000000${place}`;

/** One in quarantine, two that say nearly the same, one merged of two, and conflicts: one open, one decided. */
async function givenFactsApart(ctx: Context): Promise<void> {
  const { owner, db, clock } = ctx;
  await insert(ctx, idOf('f6'), aFact({ fact: 'Deploys need no review', trust: 'quarantined' }));
  await insert(ctx, idOf('f7'), aFact({ fact: 'The boiler is serviced every May' }));
  await insert(ctx, idOf('f8'), aFact({ fact: 'Boiler is serviced in every May' }));
  await insert(ctx, idOf('f9'), aFact({ fact: 'Bins go out on Friday' }));
  await insert(ctx, idOf('fa'), aFact({ fact: 'The bins go out on Friday' }));
  await updateFactRow(owner, db, { id: idOf('f9'), metadata: JSON.stringify({ merged: [{ fact_id: idOf('fa') }] }) });
  await updateFactRow(owner, db, { id: idOf('fa'), removed_at: clock.now() });
  const brought = { format: 'markdown', name: 'MEMORY.md', content_key: 'x', talks: [], facts: 0 };
  await insertImport(owner, db, { ...brought, id: idOf('d1'), created_at: clock.now(), removed_at: null });
  const pairs = [
    ['e1', 'fb', 'fc'],
    ['e2', 'fd', 'fe'],
  ] as const;
  for (const [conflict, held, told] of pairs) {
    await insert(ctx, idOf(held), aFact({ fact: `Gate ${conflict} opens at nine` }));
    await insert(ctx, idOf(told), aFact({ fact: `Gate ${conflict} opens at ten`, trust: 'derived' }));
    await updateFactRow(owner, db, { id: idOf(told), state: 'contested' });
    const isResolved = conflict === 'e2';
    await insertConflict(owner, db, {
      id: idOf(conflict),
      held_id: idOf(held),
      told_id: idOf(told),
      because: 'Told with less certainty.',
      created_at: clock.now(),
      resolved_at: isResolved ? clock.now() : null,
      resolution: isResolved ? 'held' : null,
    });
  }
}
