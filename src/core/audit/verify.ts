/** Recomputes every hash of the chain and names the first entry that does not fit. */
import { z } from 'zod';
import type { Database } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { type ChainedEntry, hashOf } from './entry.ts';
import { readChain, readHead } from './store.ts';

/** Entries per page: about 1 MB. */
const PAGE = 2000;

interface Link {
  readonly seq: number;
  readonly hash: string;
}

function isNext({ hash, ...entry }: ChainedEntry, before: Link): boolean {
  return entry.seq === before.seq + 1 && entry.previous_hash === before.hash && hash === hashOf(entry);
}

/** Entries that fit, and the first place that does not. `head` is where the chain stood before the walk began. */
async function walk(db: Database, head: Link): Promise<{ last: Link; brokenAt: number | null }> {
  let last: Link = { seq: 0, hash: '' };
  for (;;) {
    const page = await readChain(db, last.seq, PAGE);
    for (const entry of page) {
      // A chain that was recomputed after a change fits in itself, but no longer ends where the head says.
      const isForged = entry.seq === head.seq && entry.hash !== head.hash;
      if (isForged || !isNext(entry, last)) return { last, brokenAt: last.seq + 1 };
      last = entry;
    }
    if (page.length < PAGE) break;
  }
  // Entries cut off at the end leave a chain that fits but stops short of the head.
  return { last, brokenAt: last.seq < head.seq ? last.seq + 1 : null };
}

export const verifyAudit = defineOperation({
  name: 'audit.verify',
  summary: 'Check that nobody rewrote the audit chain',
  input: z.object({}),
  output: z.object({
    intact: z.boolean(),
    entries: z.int().describe('Entries that fit'),
    broken_at: z.int().nullable().describe('First `seq` that was changed or removed'),
  }),
  permission: 'audit:read',
  effect: 'read',
  examples: [
    { say: 'verify the audit chain', input: {} },
    { say: 'is the audit log intact', input: {} },
    { say: 'has anybody changed the audit log', input: {} },
    { say: 'is the audit trail unchanged', input: {} },
  ],
  async run({ db }) {
    const { last, brokenAt } = await walk(db, await readHead(db));
    return { intact: brokenAt === null, entries: last.seq, broken_at: brokenAt };
  },
});
