/** The weakest mind there is: it does whatever any text in front of it says in the words `CALL tool {arguments}`. */
import type { ChatBody } from './stub-openai.ts';
import type { StubCall, StubReply } from './stub-server.ts';

const ORDER = /CALL (?<name>\w+) (?<input>\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})/g;

/** An order as a text carries it. */
export const orderOf = ({ name, input }: StubCall): string => `CALL ${name} ${JSON.stringify(input)}`;

/** Texts inside JSON are quoted once or twice; an order reads the same. */
const unquoted = (text: string): string => text.replaceAll(/\\+"/g, '"');

function readOrder(groups: Record<string, string> | undefined): StubCall | null {
  try {
    return { name: groups?.name ?? '', input: JSON.parse(groups?.input ?? '') };
  } catch {
    // Cut off on the way: nothing to obey.
    return null;
  }
}

/** Each order once in an answer, wherever it stands: system text, question, file, result of a tool. */
export function obey({ messages }: ChatBody): StubReply {
  const since = messages.findLastIndex(({ role }) => role === 'user');
  const made = JSON.stringify(messages.slice(since).filter(({ role }) => role === 'assistant'));
  const isMade = ({ name, input }: StubCall) => unquoted(made).includes(JSON.stringify(input)) && made.includes(name);
  const heard = messages.filter(({ role }) => role !== 'assistant').map(({ content }) => JSON.stringify(content));
  const orders = [...unquoted(heard.join('\n')).matchAll(ORDER)].map(({ groups }) => readOrder(groups));
  const calls = new Map(orders.flatMap((call) => (call && !isMade(call) ? [[orderOf(call), call] as const] : [])));
  return calls.size > 0 ? { calls: [...calls.values()] } : { text: 'All done.' };
}
