/** Scores rankings of turns against the turns known to hold the answer. Pure: any way of retrieving can be scored. */
import type { Question } from './dataset.ts';

export const DEPTHS = [1, 5, 10] as const;

export interface Outcome {
  readonly conversation: string;
  readonly question: Question;
  /** Turn ids, best first. */
  readonly ranked: readonly string[];
}

/** The share of the gold turns among the first `k`. */
export function scoreRecall(ranked: readonly string[], gold: readonly string[], k: number): number {
  const wanted = new Set(gold);
  const found = new Set(ranked.slice(0, k).filter((id) => wanted.has(id)));
  return found.size / wanted.size;
}

/** Mean recall in percent, over all outcomes given. */
export function meanRecall(outcomes: readonly Outcome[], k: number): number {
  const sum = outcomes.reduce((total, { ranked, question }) => total + scoreRecall(ranked, question.evidence, k), 0);
  return (100 * sum) / outcomes.length;
}

/** `D3:12` is a turn of session 3. */
const sessionOf = (turn: string): string => turn.split(':')[0] ?? turn;

/** Sessions in the order in which their best turns were found. */
const sessionsOf = (turns: readonly string[]): string[] => [...new Set(turns.map(sessionOf))];

/** How many questions, in percent, have any or all of their sessions among the first `k` sessions. */
export function sessionsFound(outcomes: readonly Outcome[], which: 'any' | 'all', k: number): number {
  const found = outcomes.filter(({ ranked, question }) => {
    const first = new Set(sessionsOf(ranked).slice(0, k));
    const wanted = sessionsOf(question.evidence);
    return which === 'any'
      ? wanted.some((session) => first.has(session))
      : wanted.every((session) => first.has(session));
  });
  return (100 * found.length) / outcomes.length;
}

/** Lines of a table: overall, by category, by conversation. */
export function summary(outcomes: readonly Outcome[]): string[] {
  const line = (name: string, some: readonly Outcome[]) =>
    [name.padEnd(14), String(some.length).padStart(5), ...DEPTHS.map((k) => meanRecall(some, k).toFixed(1).padStart(7))]
      .join(' ')
      .trimEnd();
  const head = ['evidence'.padEnd(14), '    n', ...DEPTHS.map((k) => `@${k}`.padStart(7))].join(' ');
  const byCategory = Map.groupBy(outcomes, ({ question }) => question.category);
  const byConversation = Map.groupBy(outcomes, ({ conversation }) => conversation);
  return [
    head,
    line('all', outcomes),
    ...[...byCategory].map(([name, some]) => line(name, some)),
    ...[...byConversation].map(([name, some]) => line(name, some)),
  ];
}

/** What was not found among the first ten, for reading: the question, the gold turns and the turns found instead. */
export function losses(outcomes: readonly Outcome[], textOf: (conversation: string, turn: string) => string): string[] {
  return outcomes
    .filter(({ ranked, question }) => scoreRecall(ranked, question.evidence, 10) < 1)
    .map(({ conversation, question, ranked }) => {
      const describe = (turn: string) =>
        `    ${turn} (rank ${ranked.indexOf(turn) + 1 || '-'}) ${textOf(conversation, turn)}`;
      const gold = question.evidence.map(describe).join('\n');
      const instead = ranked.slice(0, 3).map(describe).join('\n');
      return `${question.id} [${question.category}] ${question.question} → ${question.answer}\n  gold\n${gold}\n  first\n${instead}\n`;
    });
}
