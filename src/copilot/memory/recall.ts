/** What memory holds for a question: facts first, then what was said, within a token budget. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { type FoundTurn, searchTurns, turnSchema } from '../conversations/index.ts';
import { asOfSchema, periodAsked } from './facts/as-of.ts';
import { categorySchema, factSchema } from './facts/fact.ts';
import { outdatedTurns } from './facts/learned/store.ts';
import { searchFacts } from './facts/search-facts.ts';

/** A token is about four characters of English; a real tokenizer would cost 59 MB of memory. */
const CHARS_PER_TOKEN = 4;
/** Facts are denser than talk, so they may take most of the budget, but never all of it. */
const FACTS_SHARE = 0.7;

/** The best that fit: the order is kept, and the first that no longer fits ends it. */
export function withinTokens<T>(found: readonly T[], textOf: (one: T) => string, tokensMax: number): T[] {
  let tokens = 0;
  const end = found.findIndex((one) => {
    tokens += Math.ceil(textOf(one).length / CHARS_PER_TOKEN);
    return tokens > tokensMax;
  });
  return end === -1 ? [...found] : found.slice(0, end);
}

/** What was said about it, without turns whose fact was forgotten or is over: the words stay on record, but are not brought up. */
async function rememberedTurns(ctx: Context, query: string, limit: number): Promise<FoundTurn[]> {
  const found = await searchTurns(ctx, { text: query, limit });
  const outdated = await outdatedTurns(
    ctx.owner,
    ctx.db,
    found.map(({ turn }) => turn.id),
  );
  return found.filter(({ turn }) => !outdated.has(turn.id));
}

const scored = { score: z.number().describe('Higher is better, within one answer') };

export const recallMemory = defineOperation({
  name: 'memory.recall',
  summary: 'Recall facts and talk about something',
  input: z.object({
    query: z.string().min(1).max(32_000).describe('A question or some words'),
    category: categorySchema.optional().describe('Only facts of this category'),
    as_of: asOfSchema.optional(),
    limit: z.int().min(1).max(100).default(10).describe('Facts, and turns, at most'),
    tokens_max: z.int().min(1).max(100_000).default(2000).describe('Budget for all texts together'),
  }),
  output: z.object({
    facts: z.array(
      factSchema.extend(scored).extend({
        answers: z.boolean().describe('It is of the very thing the question asks for, not only like it'),
      }),
    ),
    turns: z.array(turnSchema.extend(scored)),
  }),
  permission: 'memory:read',
  effect: 'read',
  examples: [
    { say: 'what do you know about the cluster', input: { query: 'the cluster' } },
    { say: 'recall what I said about backups', input: { query: 'backups' } },
    { say: 'recall my home as of 2023', input: { query: 'my home', as_of: '2023' } },
  ],
  async run(ctx, { query, category, as_of, limit, tokens_max }) {
    const valid = as_of ? periodAsked(as_of, ctx.clock.now()) : undefined;
    const foundFacts = await searchFacts(ctx, { text: query, category, valid, limit });
    const foundTurns = category || valid ? [] : await rememberedTurns(ctx, query, limit);
    const facts = withinTokens(foundFacts, ({ fact }) => fact.fact, tokens_max * FACTS_SHARE);
    const factTokens = facts.reduce((sum, { fact }) => sum + fact.fact.length / CHARS_PER_TOKEN, 0);
    const turns = withinTokens(foundTurns, ({ turn }) => turn.content, tokens_max - factTokens);
    return {
      facts: facts.map(({ fact, score, isAsked }) => ({ ...fact, score, answers: isAsked })),
      turns: turns.map(({ turn, score }) => ({ ...turn, score })),
    };
  },
});
