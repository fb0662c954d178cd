/**
 * Recall on LoCoMo as a person would have it: each of its conversations is one life in one Nima, each session one
 * imported conversation, and every question is asked over the public API.
 */
import { type NimaProcess, scratchFolder, serveNima } from '../nima-process.ts';
import type { Conversation, Turn } from './dataset.ts';
import type { Outcome } from './recall.ts';

/** As many as one answer of recall may hold. */
const LISTED = 100;
/** Enough for as many turns as are asked for: this measures the ranking, not the budget. */
const TOKENS_MAX = 100_000;

/** Imports the sessions, and returns LoCoMo's names of the turns by ours. */
async function bringIn(nima: NimaProcess, { id, turns }: Conversation): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [session, said] of Map.groupBy(turns, (turn: Turn) => turn.session)) {
    const messages = said.map(({ speaker, text, time }) => ({
      speaker,
      content: text,
      timestamp: new Date(time).toISOString(),
    }));
    const imported = await nima.ask('POST', '/v1/conversations/import', { title: `${id} ${session}`, messages });
    for (const [at, turn] of said.entries()) names.set(imported.turn_ids[at], turn.id);
  }
  return names;
}

async function askAll(nima: NimaProcess, conversation: Conversation): Promise<Outcome[]> {
  const names = await bringIn(nima, conversation);
  const outcomes: Outcome[] = [];
  for (const question of conversation.questions) {
    const query = new URLSearchParams({
      query: question.question,
      limit: String(LISTED),
      tokens_max: String(TOKENS_MAX),
    });
    const { turns } = await nima.ask('GET', `/v1/memory/recall?${query}`);
    const ranked = turns.map(({ id }: { id: string }) => names.get(id) ?? id);
    outcomes.push({ conversation: conversation.id, question, ranked });
  }
  return outcomes;
}

export async function rankThroughApi(conversations: readonly Conversation[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const conversation of conversations) {
    using folder = scratchFolder();
    const nima = await serveNima({ folder: folder.path });
    try {
      outcomes.push(...(await askAll(nima, conversation)));
    } finally {
      await nima.stop();
    }
  }
  return outcomes;
}
