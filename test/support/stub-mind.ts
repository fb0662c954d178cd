/**
 * What a stub model answers when no test scripted it: it remembers when asked to, reports a tool's result, and otherwise
 * repeats the facts of its system prompt that share words with the question. Enough to try Nima with "a model".
 */
import type { StubReply } from './stub-server.ts';

export interface StubConversation {
  readonly system: string;
  readonly question: string;
  /** Result of the tool that ran last, when the conversation ends with one. */
  readonly toolResult: string | null;
  readonly tools: readonly {
    readonly name: string;
    readonly schema: { readonly required?: readonly string[] } | undefined;
  }[];
}

const ASKS_TO_REMEMBER = /\b(?:remember|note|keep in mind)\b(?:\s+that|:)?\s+(?<fact>.+)/is;

export function stubReply({ system, question, toolResult, tools }: StubConversation): StubReply {
  if (toolResult !== null) return { text: `Done. The tool answered: ${toolResult.slice(0, 300)}` };
  const fact = ASKS_TO_REMEMBER.exec(question)?.groups?.fact?.trim();
  const tool = tools.find(({ name }) => name.endsWith('memory_facts_create'));
  if (fact && tool && !question.trim().endsWith('?')) {
    return { calls: [{ name: tool.name, input: { [tool.schema?.required?.[0] ?? 'text']: fact } }] };
  }
  const words = wordsOf(question);
  const known = system.split('\n').filter((line) => [...wordsOf(line)].some((word) => words.has(word)));
  return { text: known.length > 0 ? `From what I know: ${known.slice(0, 5).join(' ')}` : 'I know nothing about that.' };
}

/** Words of four letters and more: shorter ones stand in every sentence. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
