/**
 * Erases for good: one fact, everything about somebody or something, or a conversation. Nothing of it stays in facts,
 * versions, turns, streams, jobs, events or free pages of the database; the audit chain only ever held hashes.
 */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import {
  type Conversation,
  findConversation,
  forgetConversation,
  listTurns,
  touchTurns,
} from '../conversations/index.ts';
import {
  compact,
  type Erasable,
  erasableFact,
  eraseFacts,
  eraseWords,
  factsNaming,
  factsOfTurns,
  isClaimedElsewhere,
  wordsOfVersions,
} from './erasing/store.ts';

const ABOUT_CHARS_MIN = 2;

const inputSchema = z.object({
  about: z.string().trim().min(ABOUT_CHARS_MIN).max(200).optional().describe('A person or topic, as it is written'),
  fact_id: z.uuid().optional(),
  conversation_id: z.uuid().optional(),
  confirm: z.string().max(1000).optional().describe('The name of what is erased, typed once more'),
});
type Asked = z.output<typeof inputSchema>;

/** What would go. */
interface Extent {
  readonly name: string;
  readonly facts: readonly Erasable[];
  readonly terms: readonly string[];
  readonly conversation: Conversation | null;
}

/** A value as short as "7" or "red" stands in too many sentences to be this fact's own. */
const OWN_VALUE_CHARS_MIN = 4;

async function termsOf(ctx: Context, facts: readonly Erasable[]): Promise<string[]> {
  const { owner, db } = ctx;
  const terms = new Set(
    await wordsOfVersions(
      owner,
      db,
      facts.map(({ id }) => id),
    ),
  );
  for (const fact of facts) {
    terms.add(fact.fact);
    if (fact.quote) terms.add(fact.quote);
    const { value } = fact;
    if (value && value.length >= OWN_VALUE_CHARS_MIN && !(await isClaimedElsewhere(owner, db, fact))) terms.add(value);
  }
  return [...terms].filter((term) => term.length >= ABOUT_CHARS_MIN);
}

async function extentOf(ctx: Context, { about, fact_id, conversation_id }: Asked): Promise<Extent | null> {
  const { owner, db } = ctx;
  if (about !== undefined) {
    const facts = await factsNaming(owner, db, [about]);
    return { name: about, facts, terms: [about], conversation: null };
  }
  if (fact_id !== undefined) {
    const fact = await erasableFact(owner, db, fact_id);
    return fact && { name: fact.fact, facts: [fact], terms: await termsOf(ctx, [fact]), conversation: null };
  }
  const conversation = await findConversation(owner, db, conversation_id ?? '');
  if (!conversation) return null;
  const turnIds = (await listTurns(owner, db, conversation.id)).map(({ id }) => id);
  const facts = await factsOfTurns(owner, db, turnIds);
  return { name: conversation.title, facts, terms: await termsOf(ctx, facts), conversation };
}

const isOneThing = ({ about, fact_id, conversation_id }: Asked): boolean =>
  [about, fact_id, conversation_id].filter((one) => one !== undefined).length === 1;

export const eraseMemory = defineOperation({
  name: 'memory.erase',
  summary: 'Erase something for good',
  input: inputSchema,
  output: z.object({
    facts: z.int().describe('Facts erased'),
    turns: z.int().describe('Turns from which sentences were taken'),
    rows: z.int().describe('Other rows that spoke of it'),
  }),
  errors: {
    erase_what: { kind: 'invalid', text: () => 'Say one of: about, fact_id, conversation_id.' },
    erase_unknown: { kind: 'not_found', text: () => 'There is nothing like that to erase.' },
    erase_unconfirmed: {
      kind: 'invalid',
      text: ({ name }: { name: string; facts: number }) =>
        `Erasing cannot be taken back. Send "confirm" with the name of what goes, which is "${name}".`,
    },
  },
  permission: 'memory:write',
  effect: 'destroy',
  examples: [
    {
      say: 'erase everything about "the printer" for good, confirm "the printer"',
      input: { about: 'the printer', confirm: 'the printer' },
    },
    {
      say: 'erase all you know about "Gutenberg" for good, confirm "Gutenberg"',
      input: { about: 'Gutenberg', confirm: 'Gutenberg' },
    },
    {
      say: 'wipe everything about "the printer" for good, I confirm "the printer"',
      input: { about: 'the printer', confirm: 'the printer' },
    },
  ],
  async preview(ctx, asked) {
    const extent = isOneThing(asked) ? await extentOf(ctx, asked) : null;
    if (!extent) return 'Erase something that is not there.';
    const { name, facts, conversation } = extent;
    const talk = conversation ? 'the conversation and ' : 'every sentence that names it and ';
    return `Erase "${name}" for good: ${talk}${facts.length} ${facts.length === 1 ? 'fact' : 'facts'}. This cannot be taken back.`;
  },
  async run(ctx, asked, fail) {
    if (!isOneThing(asked)) throw fail.erase_what({});
    const { facts, turns, rows, conversation } = await ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      const extent = await extentOf(tx, asked);
      if (!extent) throw fail.erase_unknown({});
      const { name, facts, terms, conversation } = extent;
      if (asked.confirm?.trim() !== name.trim()) throw fail.erase_unconfirmed({ name, facts: facts.length });
      await eraseFacts(
        owner,
        db,
        facts.map(({ id }) => id),
      );
      const changed = await eraseWords(db, { owner, terms });
      const turns = changed.get('turns') ?? [];
      await touchTurns(owner, db, turns);
      const rows = [...changed.values()].reduce((sum, ids) => sum + ids.length, 0) - turns.length;
      return { facts: facts.length, turns, rows, conversation };
    });
    // Not in the transaction: the logs of answers outlive it.
    if (conversation) await forgetConversation(ctx, conversation);
    await ctx.streams.forget(turns);
    await compact(ctx.db);
    return { facts, turns: turns.length, rows };
  },
});
