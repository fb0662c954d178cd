/**
 * Recall of the search index alone on LoCoMo: turns go straight into the index, one owner for each conversation.
 * Run: npx node bench/locomo/direct.ts [--no-vectors]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Embedder, SearchChange, SearchSource } from '../../src/kernel/ports.ts';
import { createHashedEmbedder } from '../../src/platform/embedding/hashed.ts';
import { createSearch } from '../../src/platform/search/search.ts';
import { type Conversation, LOCOMO_FOLDER, readLocomo } from './dataset.ts';
import { losses, type Outcome, summary } from './recall.ts';

const LISTED = 200;

/** Ranks the turns for every question of every conversation, by their words and by the vectors of an embedder. */
export async function rankDirectly(
  conversations: readonly Conversation[],
  embedder: Embedder | null,
): Promise<Outcome[]> {
  const search = createSearch(embedder ? { embedder } : {});
  const outcomes: Outcome[] = [];
  for (const conversation of conversations) {
    const vectors = embedder ? await embedder.embed(conversation.turns.map(({ text }) => text)) : [];
    const source = sourceOf(conversation, vectors);
    for (const question of conversation.questions) {
      const [vector] = embedder ? await embedder.embed([question.question]) : [];
      const query = { text: question.question, limit: LISTED, ...(vector && { vector }) };
      const hits = await search.query('turns', conversation.id, source, query);
      outcomes.push({ conversation: conversation.id, question, ranked: hits.map(({ id }) => id) });
    }
  }
  return outcomes;
}

function sourceOf(conversation: Conversation, vectors: readonly Int8Array[]): SearchSource {
  const changes: SearchChange[] = conversation.turns.map((turn, at) => {
    const vector = vectors[at];
    const group = `session ${turn.session}`;
    const document = { id: turn.id, text: turn.text, group, speaker: turn.speaker, time: turn.time };
    return { revision: at + 1, id: turn.id, document: vector === undefined ? document : { ...document, vector } };
  });
  return { changes: async (_owner, after, limit) => changes.slice(after, after + limit) };
}

async function main(): Promise<void> {
  const conversations = readLocomo(LOCOMO_FOLDER);
  if (conversations === null) {
    console.log(`Skipped: LoCoMo is not at ${LOCOMO_FOLDER}.`);
    return;
  }
  const startedAt = performance.now();
  const outcomes = await rankDirectly(
    conversations,
    process.argv.includes('--no-vectors') ? null : createHashedEmbedder(),
  );
  console.log(summary(outcomes).join('\n'));
  console.log(`${outcomes.length} questions in ${Math.round(performance.now() - startedAt)} ms`);
  const texts = new Map(conversations.flatMap(({ id, turns }) => turns.map((turn) => [`${id} ${turn.id}`, turn])));
  const textOf = (conversation: string, turn: string) => {
    const found = texts.get(`${conversation} ${turn}`);
    return found === undefined ? 'not in the data' : `${found.speaker}: ${found.text}`;
  };
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/locomo-losses.txt', losses(outcomes, textOf).join('\n'));
}

if (import.meta.main) await main();
