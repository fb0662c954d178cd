/**
 * Brings in facts that were exported, here or by another Nima, in one transaction. What comes from a file is trusted
 * as `imported` at most, since nothing in a file proves who wrote it, unless the owner vouches for it as their own export;
 * then everything comes back as it was, and exporting again gives the same.
 */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { findTurns } from '../../conversations/index.ts';
import { readingOf } from '../truth/reading.ts';
import { isHeld } from '../truth/store.ts';
import { type BatchRow, insertFacts, knownKeys, takenIds } from './batch/store.ts';
import { categorySchema, type Fact, factSchema, factTextSchema, metadataSchema, SOURCES, TRUSTS } from './fact.ts';
import { rememberFact } from './remember.ts';
import { looksLikeSecret } from './secret-text.ts';
import { findFacts } from './store.ts';
import { categoryOf, factKeyOf } from './voice.ts';

/** A request is one transaction of about 0.1 s, so that answers being written do not stall; a longer export comes in parts. */
const FACTS_MAX = 1000;

const importedSchema = z.object({
  id: z.uuid().optional().describe('Kept when no fact has it'),
  fact: factTextSchema,
  category: categorySchema.optional(),
  source: z.enum(SOURCES).default('explicit'),
  confidence: z.number().min(0).max(1).default(1),
  trust: z.enum(TRUSTS).default('imported'),
  state: z.enum(['current', 'past', 'contested', 'quarantined']).default('current'),
  valid_from: z.iso.datetime({ offset: true }).nullable().optional(),
  valid_to: z.iso.datetime({ offset: true }).nullable().optional(),
  retired_at: z.iso.datetime({ offset: true }).nullable().optional(),
  replaced_by: z.uuid().nullable().optional(),
  evidence: factSchema.shape.evidence.default(null),
  metadata: metadataSchema.default({}),
  created_at: z.iso.datetime({ offset: true }).optional(),
  updated_at: z.iso.datetime({ offset: true }).optional(),
});
type Imported = z.output<typeof importedSchema>;
type Timed = Pick<
  Imported,
  'trust' | 'state' | 'valid_from' | 'valid_to' | 'created_at' | 'updated_at' | 'retired_at' | 'replaced_by'
>;

function trustOf(claimed: Fact['trust'], isOwn: boolean): Fact['trust'] {
  if (isOwn) return claimed;
  return claimed === 'quarantined' ? 'quarantined' : 'imported';
}

/** Those not remembered yet, each wording once, by the key they will be known under. */
async function unknownFacts({ owner, db }: Context, facts: readonly Imported[]): Promise<Map<string, Imported>> {
  const byKey = new Map<string, Imported>();
  const ids = facts.flatMap(({ id }) => id ?? []);
  const own = new Set((await findFacts(owner, db, ids)).map(({ id }) => id));
  for (const each of facts) {
    if (each.id && own.has(each.id)) continue;
    // What is over may have been so more than once.
    const key =
      each.state === 'current' ? factKeyOf(each.fact) : `${factKeyOf(each.fact)} ${each.state} ${each.valid_from}`;
    if (!byKey.has(key)) byKey.set(key, each);
  }
  for (const known of await knownKeys(owner, db, [...byKey.keys()])) byKey.delete(known);
  return byKey;
}

/** Evidence points to a turn; it is kept where that turn is the owner's, and here. */
async function turnsHere({ owner, db }: Context, facts: readonly Imported[]): Promise<Set<string>> {
  const ids = new Set(facts.flatMap(({ evidence }) => (evidence ? [evidence.turn_id] : [])));
  return new Set((await findTurns(owner, db, [...ids])).map(({ id }) => id));
}

async function vectorsOf(
  { embedder }: Context,
  texts: readonly string[],
): Promise<Pick<BatchRow, 'vector' | 'embedder'>[]> {
  if (!embedder.isInstant) return texts.map(() => ({ vector: null, embedder: '' }));
  const vectors = await embedder.embed(texts);
  return vectors.map(({ buffer, byteOffset, length }) => ({
    vector: new Uint8Array(buffer, byteOffset, length),
    embedder: embedder.id,
  }));
}

/** What it claims, and since and until when. */
function truthOf(
  fact: string,
  { trust, state, valid_from, valid_to, created_at, updated_at, retired_at, replaced_by }: Timed,
  now: number,
) {
  const told = created_at ? Date.parse(created_at) : now;
  const { claim } = readingOf(fact, told);
  const isPast = state === 'past';
  const isUsable = trust !== 'quarantined' && state !== 'quarantined';
  return {
    subject: claim?.subject ?? null,
    attribute: claim?.attribute ?? null,
    value: claim?.value ?? null,
    state: isUsable ? state : ('quarantined' as const),
    valid_from: valid_from ? Date.parse(valid_from) : valid_from === null || claim?.isTimeless ? null : told,
    valid_to: valid_to ? Date.parse(valid_to) : null,
    retired_at: isPast ? Date.parse(retired_at ?? updated_at ?? new Date(now).toISOString()) : null,
    replaced_by: replaced_by ?? null,
  };
}

/**
 * Apart those that may contradict what is held: each of them is weighed like any other fact told. What does not say when
 * it was told has no place in time, so it replaces nothing that was imported; against the owner's word it is a conflict.
 */
async function apart({ owner, db }: Context, rows: readonly BatchRow[], { isOwn, timed }: Apart) {
  const keyOf = ({ subject, attribute }: BatchRow) => `${subject} ${attribute}`;
  const open = rows.filter(({ state, attribute }) => state === 'current' && attribute !== null);
  const counts = new Map<string, number>();
  for (const row of open) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const held = await isHeld(owner, db, open);
  const weighed = new Set(
    open.filter((row) => {
      const of = held.get(keyOf(row));
      if (isOwn || !timed.has(row.id)) return of !== undefined && (isOwn || of.isVouched);
      return of !== undefined || (counts.get(keyOf(row)) ?? 0) > 1;
    }),
  );
  return { plain: rows.filter((row) => !weighed.has(row)), weighed: [...weighed] };
}

interface Apart {
  readonly isOwn: boolean;
  /** Ids of facts that say when they were told. */
  readonly timed: ReadonlySet<string>;
}

async function weigh(tx: Context, { fact, category, source, trust, confidence, ...row }: BatchRow): Promise<boolean> {
  const { conversation_id, turn_id, quote } = row;
  const evidence = turn_id ? { conversation_id, turn_id, quote } : null;
  const told = { fact, category, source, trust, confidence, evidence, saidAt: row.valid_from ?? row.created_at };
  const { isNew } = await rememberFact(tx, { ...told, metadata: JSON.parse(row.metadata) }, true);
  return isNew;
}

async function rowsOf(tx: Context, unknown: ReadonlyMap<string, Imported>, isOwn: boolean): Promise<BatchRow[]> {
  const facts = [...unknown.values()];
  const now = tx.clock.now();
  const taken = await takenIds(
    tx.db,
    facts.flatMap(({ id }) => (id ? [id] : [])),
  );
  const here = await turnsHere(tx, facts);
  const vectors = await vectorsOf(
    tx,
    facts.map(({ fact }) => fact),
  );
  return [...unknown.values()].map(({ id, fact, category, source, confidence, ...rest }, index) => {
    const keptId = id && !taken.has(id) ? id : tx.newId();
    taken.add(keptId);
    const evidence = rest.evidence && (isOwn || here.has(rest.evidence.turn_id)) ? rest.evidence : null;
    return {
      id: keptId,
      fact,
      same_as: factKeyOf(fact),
      category: category ?? categoryOf(fact),
      source,
      trust: trustOf(rest.trust, isOwn),
      confidence,
      ...truthOf(fact, rest, now),
      conversation_id: evidence?.conversation_id ?? null,
      turn_id: evidence?.turn_id ?? null,
      quote: evidence?.quote ?? null,
      metadata: JSON.stringify(rest.metadata),
      vector: vectors[index]?.vector ?? null,
      embedder: vectors[index]?.embedder ?? '',
      created_at: rest.created_at ? Date.parse(rest.created_at) : now,
      updated_at: rest.updated_at ? Date.parse(rest.updated_at) : now,
    };
  });
}

export const importFacts = defineOperation({
  name: 'memory.facts.import',
  summary: 'Import facts that were exported',
  input: z.object({
    version: z.literal(1).default(1).describe('Of the format, as `memory.facts.export` writes it'),
    mine: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('You vouch that this is your own export: everything is trusted as it was'),
    facts: z.array(importedSchema).min(1).max(FACTS_MAX, `Send up to ${FACTS_MAX} facts at once, the rest after.`),
  }),
  output: z.object({
    imported: z.int(),
    known: z.int().describe('Remembered already, or twice in what was sent'),
    refused: z.int().describe('They look like a password or key'),
  }),
  permission: 'memory:write',
  effect: 'write',
  examples: [
    {
      say: 'import my memory',
      input: { facts: [{ fact: 'Backups run on Sundays', category: 'infrastructure', trust: 'imported' }] },
    },
  ],
  offeredIn: ['rest', 'cli'],
  run: (ctx, { facts, mine }) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, events, jobs, actor } = tx;
      const allowed = facts.filter(({ fact }) => !looksLikeSecret(fact));
      const unknown = await unknownFacts(tx, allowed);
      const rows = await rowsOf(tx, unknown, mine);
      const told = [...unknown.values()];
      const timed = new Set(rows.flatMap(({ id }, at) => (told[at]?.created_at ? [id] : [])));
      const { plain, weighed } = await apart(tx, rows, { isOwn: mine, timed });
      if (plain.length > 0) {
        await insertFacts(owner, db, plain, { at: clock.now(), actor: `${actor.kind}/${actor.face}` });
      }
      let imported = plain.length;
      for (const row of weighed.toSorted((a, b) => a.created_at - b.created_at))
        imported += Number(await weigh(tx, row));
      const answer = { imported, known: allowed.length - imported, refused: facts.length - allowed.length };
      if (imported === 0) return answer;
      await events.emit('memory.facts.imported', { owner, imported });
      if (plain.some(({ vector }) => vector === null)) {
        await jobs.enqueue({ name: 'memory.embed', input: {}, key: 'memory.embed' });
      }
      return answer;
    }),
});
