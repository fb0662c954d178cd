/**
 * Writes one fact with its version and vector, or finds the one already known; puts in the past what it replaces. Shared by
 * `create`, `propose` and extraction.
 */
import type { Context } from '../../../kernel/context.ts';
import { openConflict } from '../conflicts/open.ts';
import { applyChange, type ReadFact } from '../truth/apply-change.ts';
import { type Reading, readingOf } from '../truth/reading.ts';
import { settle, type Verdict } from '../truth/settle.ts';
import { retireFact, timelineOf } from '../truth/store.ts';
import type { Fact } from './fact.ts';
import { findFact, findSameFact, insertFact, lockFacts, updateFactRow } from './store.ts';
import { insertVersion } from './versions/store.ts';
import { factKeyOf } from './voice.ts';

export interface NewFact {
  readonly fact: string;
  readonly category: string;
  readonly source: Fact['source'];
  readonly trust: Fact['trust'];
  readonly confidence: number;
  readonly evidence: Fact['evidence'];
  /** What the words mean, where somebody read them already. */
  readonly reading?: Reading;
  /** When it was said; now when left out. */
  readonly saidAt?: number;
  readonly metadata?: Record<string, unknown>;
}

/** `fact` is null where the words only ended what was held, or told nothing. */
export interface Remembered {
  readonly fact: Fact | null;
  readonly isNew: boolean;
}

/** Less sure than this is a guess: it stands beside what is known and does not replace it. */
const SURE_MIN = 0.6;

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

const actorName = ({ actor }: Context): string => `${actor.kind}/${actor.face}`;

/** Puts facts in the past, each with a version that says so. */
async function retireAll(tx: Context, { retired }: Extract<Verdict, { type: 'over' | 'store' }>, by: string | null) {
  const { owner, db, clock, events } = tx;
  const at = clock.now();
  for (const one of retired) {
    await retireFact(owner, db, one, { at, id: by });
    if (one.held.state !== 'current') continue;
    const fact = await findFact(owner, db, one.held.id);
    const { fact: text = '', category = '' } = fact ?? {};
    await insertVersion(owner, db, one.held.id, { at, actor: actorName(tx), change: 'retired', fact: text, category });
    await events.emit('memory.fact.updated', { owner, id: one.held.id });
  }
}

/** Told once more, perhaps by somebody who is trusted more, or with an earlier beginning. */
async function confirm(tx: Context, { held, from }: Extract<Verdict, { type: 'known' }>, input: NewFact) {
  const { owner, db } = tx;
  const isEarlier = from !== null && held.valid_from !== null && from < held.valid_from;
  const isTrustedMore = input.trust === 'owner' && held.trust !== 'owner';
  if (!isEarlier && !isTrustedMore) return;
  const { trust, source, confidence } = input;
  await updateFactRow(owner, db, {
    id: held.id,
    ...(isEarlier ? { valid_from: from } : {}),
    ...(isTrustedMore ? { trust, source, confidence } : {}),
  });
}

async function store(tx: Context, input: NewFact, verdict: Extract<Verdict, { type: 'store' }>): Promise<Fact> {
  const { owner, db, clock, newId, events } = tx;
  const id = newId();
  const now = clock.now();
  const { fact, category, source, trust, confidence, evidence, reading, metadata } = input;
  const embedding = await vectorOf(tx, fact);
  await retireAll(tx, verdict, id);
  await insertFact(owner, db, {
    id,
    fact,
    same_as: factKeyOf(fact),
    category,
    source,
    trust,
    confidence,
    subject: reading?.claim?.subject ?? null,
    attribute: reading?.claim?.attribute ?? null,
    value: reading?.claim?.value ?? null,
    state: trust === 'quarantined' ? 'quarantined' : verdict.state,
    valid_from: verdict.valid_from,
    valid_to: verdict.valid_to,
    retired_at: verdict.state === 'past' ? now : null,
    replaced_by: null,
    conversation_id: evidence?.conversation_id ?? null,
    turn_id: evidence?.turn_id ?? null,
    quote: evidence?.quote ?? null,
    metadata: JSON.stringify(metadata ?? {}),
    ...embedding,
    created_at: now,
    updated_at: now,
  });
  await insertVersion(owner, db, id, { at: now, actor: actorName(tx), change: 'created', fact, category });
  if (verdict.contested) await openConflict(tx, { heldId: verdict.contested.id, toldId: id });
  await events.emit('memory.fact.created', { owner, id });
  await followUpVector(tx, embedding);
  const created = await findFact(owner, db, id);
  if (!created) throw new Error('The fact just written is not there.');
  return created;
}

type Storing = Extract<Verdict, { type: 'store' }>;
const ALONE: Storing = { type: 'store', state: 'current', valid_from: null, valid_to: null, retired: [] };

/** What the words mean for what is held of the same. What nobody vouches for is weighed against nothing. */
async function judged(tx: Context, { trust, confidence, saidAt, reading }: ReadFact): Promise<Verdict> {
  const at = saidAt ?? tx.clock.now();
  if (trust === 'quarantined') return { ...ALONE, valid_from: reading.timing.from ?? at, valid_to: reading.timing.to };
  const timeline = reading.claim ? await timelineOf(tx.owner, tx.db, reading.claim) : [];
  return settle({ reading, trust, at, isUnsure: confidence < SURE_MIN }, timeline);
}

/** "No longer uses Vagrant" is worth knowing also where Vagrant was never mentioned before. */
const isWorthKeeping = ({ fact }: NewFact, { type }: Verdict): boolean =>
  type === 'nothing' && fact.startsWith('No longer use');

/** `keepsWords`: somebody asked to remember these words, so they are kept even where they only end something. */
export async function rememberFact(ctx: Context, told: NewFact, keepsWords = false): Promise<Remembered> {
  return ctx.transaction(async (tx) => {
    const { owner, db, clock } = tx;
    await lockFacts(owner, db);
    const reading = told.reading ?? readingOf(told.fact, told.saidAt ?? clock.now());
    const { input, over } = await applyChange(tx, { ...told, reading }, keepsWords);
    for (const each of over) {
      const verdict = await judged(tx, each);
      if (verdict.type === 'over') await retireAll(tx, verdict, null);
    }
    if (!input) return { fact: null, isNew: false };
    const same = input.trust === 'quarantined' ? null : await findSameFact(owner, db, factKeyOf(input.fact));
    const verdict = await judged(tx, input);
    if (verdict.type === 'known') {
      await confirm(tx, verdict, input);
      return { fact: await findFact(owner, db, verdict.held.id), isNew: false };
    }
    if (verdict.type === 'over') await retireAll(tx, verdict, null);
    const isKept = keepsWords || isWorthKeeping(input, verdict);
    if (verdict.type !== 'store' && !isKept) return { fact: null, isNew: false };
    if (same && (verdict.type !== 'store' || verdict.state === 'current')) return { fact: same, isNew: false };
    if (verdict.type === 'store') return { fact: await store(tx, input, verdict), isNew: true };
    // What only says that something is over claims nothing that could be replaced.
    const unkeyed = { ...input, reading: { ...input.reading, claim: null } };
    return { fact: await store(tx, unkeyed, { ...ALONE, valid_from: clock.now() }), isNew: true };
  });
}
