/** The peer of recall: plain BM25 over single turns (Robertson, k1 1.2, b 0.75), lower-cased words, no stemming, no context. */
import type { Conversation, Turn } from '../locomo/dataset.ts';
import type { Outcome } from '../locomo/recall.ts';

const K1 = 1.2;
const B = 0.75;
const KEPT = 10;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function ranker(turns: readonly Turn[]): (question: string) => string[] {
  const documents = turns.map(({ id, speaker, text }) => ({ id, words: wordsOf(`${speaker}: ${text}`) }));
  const meanLength = documents.reduce((sum, { words }) => sum + words.length, 0) / documents.length;
  const holders = new Map<string, number>();
  for (const { words } of documents) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => {
    const count = holders.get(word) ?? 0;
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  };
  const scoreOf = (words: readonly string[], asked: readonly string[]): number =>
    asked.reduce((score, word) => {
      const frequency = words.filter((each) => each === word).length;
      return (
        score + (weightOf(word) * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * words.length) / meanLength))
      );
    }, 0);
  return (question) => {
    const asked = wordsOf(question);
    const scored = documents.map(({ id, words }) => ({ id, score: scoreOf(words, asked) }));
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, KEPT)
      .map(({ id }) => id);
  };
}

export function plainBm25(conversations: readonly Conversation[]): Outcome[] {
  return conversations.flatMap(({ id, turns, questions }) => {
    const rank = ranker(turns);
    return questions.map((question) => ({ conversation: id, question, ranked: rank(question.question) }));
  });
}
