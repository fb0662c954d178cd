/**
 * Brings in what another program remembered: exports of ChatGPT and mem0, the MCP memory server's file, Markdown memories of
 * OpenClaw, Hermes and Letta. The format is found by the content. Facts are trusted as imported, talks become
 * conversations, and all that one file brought can be taken back at once.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { importConversation } from '../conversations/index.ts';
import { factTextSchema, metadataSchema } from './facts/fact.ts';
import { importFacts } from './facts/import.ts';
import { looksLikeSecret } from './facts/secret-text.ts';
import {
  FORMATS,
  type ForeignFact,
  type ForeignTalk,
  type ReadFile,
  readFile,
  type Skipped,
} from './imports/formats.ts';
import { type ImportedTalk, insertImport, listImports } from './imports/store.ts';

/** A file of some thousand talks; more comes in several files, as ChatGPT splits them itself. */
const TEXT_CHARS_MAX = 20_000_000;
const FACTS_AT_ONCE = 1000;
const MESSAGES_MAX = 5000;
const SAMPLES = 5;
const SKIPPED_SHOWN = 50;

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Facts that can be kept, and why the others cannot. */
function sorted(facts: readonly ForeignFact[]): { kept: ForeignFact[]; refused: number; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const kept = facts.filter(({ fact }, index) => {
    if (looksLikeSecret(fact)) return false;
    const isFact = factTextSchema.safeParse(fact).success;
    if (!isFact) skipped.push({ what: `fact ${index + 1}`, because: 'It is too long for a fact.' });
    return isFact;
  });
  return { kept, skipped, refused: facts.length - kept.length - skipped.length };
}

/** Metadata of others is kept where it is small enough. */
function withOrigin(metadata: ForeignFact['metadata'], origin: Record<string, unknown>): Record<string, unknown> {
  const all = { ...metadata, ...origin };
  return metadataSchema.safeParse(all).success ? all : origin;
}

async function bringFacts(
  tx: Context,
  facts: readonly ForeignFact[],
  origin: Record<string, unknown>,
): Promise<{ imported: number; known: number }> {
  const sum = { imported: 0, known: 0 };
  for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
    const page = facts.slice(from, from + FACTS_AT_ONCE).map(({ fact, at, metadata }) => ({
      fact,
      trust: 'imported' as const,
      metadata: withOrigin(metadata, origin),
      ...(at ? { created_at: at, updated_at: at } : {}),
    }));
    const { imported, known } = await tx.call(importFacts, { facts: page });
    sum.imported += imported;
    sum.known += known;
  }
  return sum;
}

async function bringTalks(tx: Context, talks: readonly ForeignTalk[], known: ReadonlySet<string>) {
  const brought: ImportedTalk[] = [];
  const skipped: Skipped[] = [];
  for (const talk of talks) {
    const key = keyOf(JSON.stringify([talk.id, talk.messages]));
    if (known.has(key)) continue;
    if (talk.messages.length > MESSAGES_MAX) {
      skipped.push({ what: talk.title || talk.id, because: `It has more than ${MESSAGES_MAX} messages.` });
      continue;
    }
    const title = talk.title.trim().slice(0, 100);
    const messages = talk.messages.map((message) => ({ ...message }));
    const { id } = await tx.call(importConversation, { ...(title ? { title } : {}), messages, head: talk.head });
    brought.push({ key, conversation_id: id });
  }
  return { brought, skipped };
}

const isRead = (read: ReturnType<typeof readFile>): read is ReadFile => read !== null && 'format' in read;

export const importMemory = defineOperation({
  name: 'memory.import',
  summary: 'Import memories of another program',
  input: z.object({
    text: z.string().min(1).max(TEXT_CHARS_MAX).describe('The file, as it is'),
    name: z.string().max(300).default('').describe('Its name, which may hold a date: `2026-03-01.md`'),
    only_look: z.stringbool().or(z.boolean()).default(false).describe('Say what it would bring, and bring nothing'),
  }),
  output: z.object({
    id: z.string().nullable().describe('Of this import, to take it back; null when nothing was brought'),
    format: z.enum(FORMATS),
    facts: z.int().describe('Facts brought, or that would be'),
    conversations: z.int(),
    known: z.int().describe('Remembered already'),
    refused: z.int().describe('They look like a password or key'),
    skipped: z.array(z.object({ what: z.string(), because: z.string() })),
    samples: z.array(z.string()),
  }),
  errors: {
    format_unknown: {
      kind: 'invalid',
      text: () =>
        'This is none of the files Nima reads: ChatGPT conversations.json or memories, mem0 JSON, MCP memory JSON or lines, Markdown memories.',
    },
    file_broken: {
      kind: 'invalid',
      text: ({ line, because }: { line: number; because: string }) => `The JSON breaks in line ${line}: ${because}.`,
    },
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.imports.remove',
  examples: [
    { say: 'import memories from another assistant', input: { text: '- Prefers window seats', name: 'MEMORY.md' } },
    { say: 'import my markdown memory file', input: { text: '- Plays the oboe', name: 'MEMORY.md' } },
  ],
  offeredIn: ['rest', 'cli'],
  preview: async (_ctx, { text, name }) => {
    const read = readFile(text, name);
    return isRead(read)
      ? `Import ${read.facts.length} facts and ${read.talks.length} conversations.`
      : 'Import a file Nima cannot read.';
  },
  run: (ctx, { text, name, only_look }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, newId, clock } = tx;
      const read = readFile(text, name);
      if (read === null) throw fail.format_unknown({});
      if (!isRead(read)) throw fail.file_broken(read.broken);
      const { kept, refused, skipped } = sorted(read.facts);
      const samples = [...kept.map(({ fact }) => fact), ...read.talks.map(({ title }) => title)].slice(0, SAMPLES);
      const shared = { format: read.format, refused, samples };
      const shown = (more: readonly Skipped[]) =>
        [...read.skipped, ...skipped, ...more].slice(0, SKIPPED_SHOWN).map((one) => ({ ...one }));
      if (only_look)
        return {
          ...shared,
          id: null,
          facts: kept.length,
          conversations: read.talks.length,
          known: 0,
          skipped: shown([]),
        };
      const before = await listImports(owner, db);
      const id = newId();
      const { imported, known } = await bringFacts(tx, kept, { import: id, from: read.format });
      const talks = await bringTalks(tx, read.talks, new Set(before.flatMap((one) => one.talks.map(({ key }) => key))));
      const isNew = imported + talks.brought.length > 0;
      if (isNew) {
        const row = { id, format: read.format, name, content_key: keyOf(text), facts: imported };
        await insertImport(owner, db, { ...row, talks: talks.brought, created_at: clock.now(), removed_at: null });
      }
      return {
        ...shared,
        id: isNew ? id : null,
        facts: imported,
        conversations: talks.brought.length,
        known: known + read.talks.length - talks.brought.length - talks.skipped.length,
        skipped: shown(talks.skipped),
      };
    }),
});
