/**
 * Evidence found in real talk, no model: the LoCoMo developer split, imported through the public API, asked through
 * `memory.recall`. One Nima for each LoCoMo conversation, one conversation of Nima for each session. Losses are written out.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { atLeast, type Figure } from '../figure.ts';
import { type Conversation, LOCOMO_FOLDER, readLocomo } from '../locomo/dataset.ts';
import { losses, meanRecall, type Outcome, summary } from '../locomo/recall.ts';
import { type NimaProcess, scratchFolder, serveNima } from '../nima-process.ts';
import { plainBm25 } from '../peers/bm25.ts';
import type { Bench, World } from '../world.ts';

const DEPTH = 10;
const RECALL_AT_10_MIN = 77;
const RECALL_AT_1_MIN = 43;
/** Larger than any ten turns together: this measures ranking, not the budget. */
const TOKENS_MAX = 100_000;

/** Imports every session as one conversation; returns which LoCoMo turn each of Nima's turns is. */
async function importTalk(nima: NimaProcess, { turns }: Conversation): Promise<Map<string, string>> {
  const origin = new Map<string, string>();
  for (const [session, said] of Map.groupBy(turns, (turn) => turn.session)) {
    const messages = said.map(({ speaker, text, time }) => ({
      speaker,
      content: text,
      timestamp: new Date(time).toISOString(),
    }));
    const { turn_ids } = await nima.ask('POST', '/v1/conversations/import', { title: `Session ${session}`, messages });
    for (const [at, id] of (turn_ids as string[]).entries()) origin.set(id, said[at]?.id ?? '');
  }
  return origin;
}

async function askAll(nima: NimaProcess, conversation: Conversation): Promise<Outcome[]> {
  const origin = await importTalk(nima, conversation);
  const outcomes: Outcome[] = [];
  for (const question of conversation.questions) {
    const query = new URLSearchParams({
      query: question.question,
      limit: String(DEPTH),
      tokens_max: String(TOKENS_MAX),
    });
    const { turns } = await nima.ask('GET', `/v1/memory/recall?${query}`);
    const ranked = (turns as { id: string }[]).map(({ id }) => origin.get(id) ?? '');
    outcomes.push({ conversation: conversation.id, question, ranked });
  }
  return outcomes;
}

function writeLosses(conversations: readonly Conversation[], outcomes: readonly Outcome[]): void {
  const texts = new Map(
    conversations.flatMap(({ id, turns }) =>
      turns.map((turn) => [`${id} ${turn.id}`, `${turn.speaker}: ${turn.text}`]),
    ),
  );
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(
    'bench/results/locomo-losses.txt',
    losses(outcomes, (id, turn) => texts.get(`${id} ${turn}`) ?? 'not in the data').join('\n'),
  );
}

async function measure({ port }: World): Promise<Figure[]> {
  const conversations = readLocomo(LOCOMO_FOLDER);
  if (conversations === null) {
    console.log(`Skipped: LoCoMo (CC BY-NC, not shipped) is not at ${LOCOMO_FOLDER}.`);
    return [];
  }
  const outcomes: Outcome[] = [];
  for (const conversation of conversations) {
    using folder = scratchFolder();
    const nima = await serveNima({ folder: folder.path, port });
    outcomes.push(...(await askAll(nima, conversation)));
    await nima.stop();
  }
  console.log(summary(outcomes).join('\n'));
  writeLosses(conversations, outcomes);
  const peer = plainBm25(conversations);
  const condition = `${outcomes.length} questions with evidence of 5 conversations (developer split), each asked within its own conversation; share of evidence turns found; losses in bench/results/locomo-losses.txt`;
  const figure = (depth: number, target: number): Figure => ({
    name: `LoCoMo evidence recall@${depth}, no model`,
    value: meanRecall(outcomes, depth),
    unit: '%',
    target: atLeast(target),
    condition,
    peer: { name: 'plain BM25 of single turns', value: meanRecall(peer, depth) },
  });
  return [figure(10, RECALL_AT_10_MIN), figure(1, RECALL_AT_1_MIN)];
}

export const locomo: Bench = {
  name: 'locomo',
  about: 'evidence found in real talk through the public API',
  run: measure,
};
