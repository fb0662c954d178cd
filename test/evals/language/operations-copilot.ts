/**
 * Plausible operations of the copilot wing (memory, profile, conversations, persona), as the evaluation of language
 * understanding sees them: name, summary, input and examples matter; none of them runs.
 */
import { z } from 'zod';
import { anOperation } from './an-operation.ts';

const id = z.uuid();
const limit = z.number().int().default(20);
const category = z.enum(['preference', 'project', 'person', 'decision']);
const FACT = '5b2c8f0e-93d1-4c1e-8a77-2f1f6f0b9c11';
const CONVERSATION = 'c0a80164-1f2e-4d3c-9b8a-7766554433aa';

export const COPILOT_OPERATIONS = [
  anOperation({
    name: 'memory.facts.create',
    summary: 'Remembers a fact.',
    effect: 'write',
    input: z.object({ text: z.string(), category: category.optional() }),
    examples: [
      { say: 'remember that I prefer tabs over spaces', input: { text: 'I prefer tabs over spaces' } },
      { say: 'note that the API runs on port 8002', input: { text: 'the API runs on port 8002' } },
      {
        say: 'remember as a decision: we use Postgres in production',
        input: { text: 'we use Postgres in production', category: 'decision' },
      },
      { say: 'keep in mind that Marta reviews all migrations', input: { text: 'Marta reviews all migrations' } },
    ],
  }),
  anOperation({
    name: 'memory.facts.list',
    summary: 'Lists the facts Nima remembers.',
    effect: 'read',
    input: z.object({ category: category.optional(), limit }),
    examples: [
      { say: 'list my facts', input: {} },
      { say: 'show everything you remember about me', input: {} },
      { say: 'list my last 5 facts', input: { limit: 5 } },
      { say: 'show facts about people', input: { category: 'person' } },
    ],
  }),
  anOperation({
    name: 'memory.facts.search',
    summary: 'Searches the remembered facts.',
    effect: 'read',
    input: z.object({ query: z.string(), limit }),
    examples: [
      { say: 'search my facts for postgres', input: { query: 'postgres' } },
      { say: 'find facts about the release process', input: { query: 'the release process' } },
      { say: 'search memory for "blue green"', input: { query: 'blue green' } },
    ],
  }),
  anOperation({
    name: 'memory.facts.update',
    summary: 'Changes the text of a fact.',
    effect: 'write',
    input: z.object({ id, text: z.string() }),
    examples: [
      {
        say: `change fact ${FACT} to the API runs on port 9000`,
        input: { id: FACT, text: 'the API runs on port 9000' },
      },
      { say: `update fact ${FACT}: Marta left the team`, input: { id: FACT, text: 'Marta left the team' } },
    ],
  }),
  anOperation({
    name: 'memory.facts.remove',
    summary: 'Removes one fact by its id.',
    effect: 'destroy',
    input: z.object({ id }),
    examples: [
      { say: `delete fact ${FACT}`, input: { id: FACT } },
      { say: `remove the fact with id ${FACT}`, input: { id: FACT } },
    ],
  }),
  anOperation({
    name: 'memory.forget',
    summary: 'Forgets what was said about a subject.',
    effect: 'destroy',
    input: z.object({ about: z.string() }),
    examples: [
      { say: 'forget that I prefer tabs', input: { about: 'I prefer tabs' } },
      { say: 'forget everything about the old cluster', input: { about: 'the old cluster' } },
      { say: 'forget what I told you about my salary', input: { about: 'my salary' } },
    ],
  }),
  anOperation({
    name: 'memory.profile.get',
    summary: 'Shows what Nima knows about you as a person.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'show my profile', input: {} },
      { say: 'who am I', input: {} },
      { say: 'what does my profile say', input: {} },
    ],
  }),
  anOperation({
    name: 'memory.profile.update',
    summary: 'Changes your name, role or time zone.',
    effect: 'write',
    input: z.object({ name: z.string().optional(), role: z.string().optional(), timeZone: z.string().optional() }),
    examples: [
      { say: 'call me Ana', input: { name: 'Ana' } },
      { say: 'set my name to Tom Berger', input: { name: 'Tom Berger' } },
      { say: 'set my role to platform engineer', input: { role: 'platform engineer' } },
      { say: 'my time zone is Europe/Berlin', input: { timeZone: 'Europe/Berlin' } },
    ],
  }),
  anOperation({
    name: 'conversations.list',
    summary: 'Lists your conversations, newest first.',
    effect: 'read',
    input: z.object({ since: z.iso.date().optional(), limit }),
    examples: [
      { say: 'list my conversations', input: {} },
      { say: 'show the last 10 conversations', input: { limit: 10 } },
      { say: 'show conversations since yesterday', input: { since: '2026-03-03' } },
    ],
  }),
  anOperation({
    name: 'conversations.get',
    summary: 'Opens one conversation.',
    effect: 'read',
    input: z.object({ id }),
    examples: [
      { say: `open conversation ${CONVERSATION}`, input: { id: CONVERSATION } },
      { say: `show me conversation ${CONVERSATION}`, input: { id: CONVERSATION } },
    ],
  }),
  anOperation({
    name: 'conversations.search',
    summary: 'Finds conversations in which something was said.',
    effect: 'read',
    input: z.object({ query: z.string() }),
    examples: [
      { say: 'search conversations for terraform state', input: { query: 'terraform state' } },
      { say: 'find the conversation where we talked about rate limits', input: { query: 'rate limits' } },
      { say: 'when did we discuss the billing bug', input: { query: 'the billing bug' } },
    ],
  }),
  anOperation({
    name: 'conversations.remove',
    summary: 'Removes one conversation.',
    effect: 'destroy',
    input: z.object({ id }),
    examples: [
      { say: `delete conversation ${CONVERSATION}`, input: { id: CONVERSATION } },
      { say: `remove the chat ${CONVERSATION}`, input: { id: CONVERSATION } },
    ],
  }),
  anOperation({
    name: 'persona.get',
    summary: "Shows Nima's personality.",
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'show your persona', input: {} },
      { say: 'what is your personality', input: {} },
    ],
  }),
  anOperation({
    name: 'knowledge.packs.list',
    summary: 'Lists the knowledge packs.',
    effect: 'read',
    input: z.object({}),
    examples: [
      { say: 'list knowledge packs', input: {} },
      { say: 'which packs are installed', input: {} },
    ],
  }),
  anOperation({
    name: 'knowledge.packs.activate',
    summary: 'Activates a knowledge pack.',
    effect: 'write',
    input: z.object({ id: z.string() }),
    examples: [
      { say: 'activate the kubernetes pack', input: { id: 'kubernetes' } },
      { say: 'turn on knowledge pack zen-engineering', input: { id: 'zen-engineering' } },
    ],
  }),
  anOperation({
    name: 'knowledge.packs.deactivate',
    summary: 'Deactivates a knowledge pack.',
    effect: 'write',
    input: z.object({ id: z.string() }),
    examples: [
      { say: 'deactivate the kubernetes pack', input: { id: 'kubernetes' } },
      { say: 'turn off knowledge pack zen-engineering', input: { id: 'zen-engineering' } },
    ],
  }),
];
