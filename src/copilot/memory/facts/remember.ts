/** Writes one fact with its version and vector, or finds the one already known. Shared by `create`, import and extraction. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from './fact.ts';
import { findFact, findSameFact, insertFact, lockFacts } from './store.ts';
import { insertVersion } from './versions/store.ts';
import { factKeyOf } from './voice.ts';

export interface NewFact {
  readonly fact: string;
  readonly category: string;
  readonly source: Fact['source'];
  readonly trust: Fact['trust'];
  readonly confidence: number;
  readonly evidence: Fact['evidence'];
  readonly key?: { subject: string; attribute: string } | null;
  readonly metadata?: Record<string, unknown>;
}

/** Vector bytes of a text when that is arithmetic; otherwise null, and the job `memory.embed` follows up. */
export async function vectorOf(
  { embedder }: Context,
  text: string,
): Promise<{ vector: Uint8Array | null; embedder: string }> {
  if (!embedder.isInstant) return { vector: null, embedder: '' };
  const [vector] = await embedder.embed([text]);
  return {
    vector: vector ? new Uint8Array(vector.buffer, vector.byteOffset, vector.length) : null,
    embedder: embedder.id,
  };
}

/** Asks for the vector that could not be made within the write. */
export async function followUpVector({ jobs }: Context, { vector }: { vector: Uint8Array | null }): Promise<void> {
  if (!vector) await jobs.enqueue({ name: 'memory.embed', input: {}, key: 'memory.embed' });
}

export async function rememberFact(ctx: Context, input: NewFact): Promise<{ fact: Fact; isNew: boolean }> {
  const same_as = factKeyOf(input.fact);
  return ctx.transaction(async (tx) => {
    const { owner, db, clock, newId, events, actor } = tx;
    await lockFacts(owner, db);
    const known = await findSameFact(owner, db, same_as);
    if (known) return { fact: known, isNew: false };
    const id = newId();
    const now = clock.now();
    const { fact, category, source, trust, confidence, evidence, key, metadata } = input;
    const embedding = await vectorOf(ctx, fact);
    await insertFact(owner, db, {
      id,
      fact,
      same_as,
      category,
      source,
      trust,
      confidence,
      subject: key?.subject ?? null,
      attribute: key?.attribute ?? null,
      conversation_id: evidence?.conversation_id ?? null,
      turn_id: evidence?.turn_id ?? null,
      quote: evidence?.quote ?? null,
      metadata: JSON.stringify(metadata ?? {}),
      ...embedding,
      created_at: now,
      updated_at: now,
    });
    await insertVersion(owner, db, id, {
      at: now,
      actor: `${actor.kind}/${actor.face}`,
      change: 'created',
      fact,
      category,
    });
    await events.emit('memory.fact.created', { owner, id });
    await followUpVector(tx, embedding);
    const created = await findFact(owner, db, id);
    if (!created) throw new Error('The fact just written is not there.');
    return { fact: created, isNew: true };
  });
}
