/** Facts for tests. */
import type { Context } from '../../kernel/context.ts';
import type { NewFact } from './facts/remember.ts';
import { vectorOf } from './facts/remember.ts';
import { insertFact, updateFactRow } from './facts/store.ts';
import { insertVersion } from './facts/versions/store.ts';
import { factKeyOf } from './facts/voice.ts';

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
}
