/** The peers of recall on LoCoMo, written down once: plain BM25, and BM25 over stems with a third of each neighbour. */
import { stemmer } from '@orama/stemmers/english';
import { STOP_WORDS } from '../../src/platform/search/words.ts';
import type { Conversation } from '../locomo/dataset.ts';
import type { Outcome } from '../locomo/recall.ts';

/** Robertson and Zaragoza (2009). */
const K1 = 1.2;
const B = 0.75;
const NEIGHBOUR_SHARE = 1 / 3;

type Terms = (text: string) => string[];

const plainTerms: Terms = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const stemmedTerms: Terms = (text) =>
  plainTerms(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stemmer);

/** A score for each text and query: BM25 over the texts given. */
function bm25(texts: readonly string[], terms: Terms): (query: string) => number[] {
  const counts = texts.map((text) => {
    const inText = new Map<string, number>();
    for (const term of terms(text)) inText.set(term, (inText.get(term) ?? 0) + 1);
    return inText;
  });
  const lengths = counts.map((inText) => [...inText.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / texts.length;
  const holders = new Map<string, number>();
  for (const inText of counts) for (const term of inText.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return (query) => {
    const wanted = [...new Set(terms(query))].map((term) => {
      const holding = holders.get(term) ?? 0;
      return { term, idf: Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5)) };
    });
    return counts.map((inText, at) => {
      const saturation = K1 * (1 - B + (B * (lengths[at] ?? 0)) / average);
      return wanted.reduce((sum, { term, idf }) => {
        const count = inText.get(term) ?? 0;
        return sum + (idf * count * (K1 + 1)) / (count + saturation);
      }, 0);
    });
  };
}

function ranked({ turns }: Conversation, scores: readonly number[]): string[] {
  return turns
    .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

/** Each turn's score and a third of that of the turns around it in its session. */
function withNeighbours({ turns }: Conversation, scores: readonly number[]): number[] {
  const inSession = (at: number, session: number) => (turns[at]?.session === session ? (scores[at] ?? 0) : 0);
  return turns.map(
    ({ session }, at) =>
      (scores[at] ?? 0) + NEIGHBOUR_SHARE * (inSession(at - 1, session) + inSession(at + 1, session)),
  );
}

type Ranking = (conversation: Conversation) => (query: string) => string[];

const textsOf = ({ turns }: Conversation) => turns.map(({ speaker, text }) => `${speaker}: ${text}`);

const plain: Ranking = (conversation) => {
  const score = bm25(textsOf(conversation), plainTerms);
  return (query) => ranked(conversation, score(query));
};

const stemmed: Ranking = (conversation) => {
  const score = bm25(textsOf(conversation), stemmedTerms);
  return (query) => ranked(conversation, withNeighbours(conversation, score(query)));
};

function outcomesBy(ranking: Ranking, conversations: readonly Conversation[]): Outcome[] {
  return conversations.flatMap((conversation) => {
    const rank = ranking(conversation);
    return conversation.questions.map((question) => ({
      conversation: conversation.id,
      question,
      ranked: rank(question.question),
    }));
  });
}

export const plainBm25 = (conversations: readonly Conversation[]): Outcome[] => outcomesBy(plain, conversations);
export const stemmedBm25 = (conversations: readonly Conversation[]): Outcome[] => outcomesBy(stemmed, conversations);
