/** Greetings, thanks and "what can you do", in Nima's voice: calm, short, never pretending to more than it can. */
import type { OfferedOperation } from './conversation.ts';

export interface Persona {
  readonly name: string;
}

const HELP =
  /^(?:help|help me|(?:and )?what can (?:you|i) do(?: here| for me| offline)?|what do you do|how can you help(?: me)?|what are you able to do|commands|what (?:commands|tools|skills) (?:do you have|are there|can i use))$/;
const PAIRS: readonly (readonly [RegExp, (persona: Persona) => string])[] = [
  [
    /^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|nima|again|everyone))*$/,
    () => 'Hello. What are we working on?',
  ],
  [
    /^(?:ok |okay |great |perfect |no )*(?:thanks|thank you|thx|ty|cheers|much appreciated)(?: (?:a lot|so much|very much|nima|again|for .+))*$/,
    () => 'You are welcome.',
  ],
  [/^(?:bye|goodbye|good night|see you(?: later| soon| tomorrow)?|later|cya)(?: nima)?$/, () => 'Until next time.'],
  [
    /^how are you(?: doing)?(?: today)?$|^how(?:'s| is) it going$|^what(?:'s| is) up$/,
    () => 'Calm, thank you. What do you need?',
  ],
  [
    /^(?:who|what) are you$|^what(?:'s| is) your name$|^(?:who|what) is nima$|^introduce yourself$/,
    ({ name }) =>
      `I am ${name}, your engineering copilot. I remember what you tell me and run commands; offline, I answer from your memory.`,
  ],
  [
    /^are you (?:an? )?(?:ai|bot|robot|human|real|llm|chatgpt|language model|person)$/,
    ({ name }) => `I am ${name}, a program. Right now I work offline, without a large language model.`,
  ],
  [
    /^(?:ok|okay|alright|all right|fine|good|great|nice|cool|perfect|got it|understood|i see|sure|awesome)$/,
    () => 'Good.',
  ],
  [/^(?:yes|yeah|yep|no|nope|nah|never ?mind|cancel|stop|forget it)$/, () => 'All right. What next?'],
  [/^(?:sorry|my bad|oops)$/, () => 'No harm done.'],
  [/^(?:test|testing|ping)$/, () => 'I am here.'],
];

/** The answer to a message that is nothing but small talk, or null. */
export function smallTalk(said: string, persona: Persona, tools: readonly OfferedOperation[]): string | null {
  const plain = said
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (HELP.test(plain)) return help(tools);
  return PAIRS.find(([pattern]) => pattern.test(plain))?.[1](persona) ?? null;
}

const HELP_LINES_MAX = 8;

/** One line for each part of Nima, so that the list shows its breadth rather than one module's depth. */
function help(tools: readonly OfferedOperation[]): string {
  const first = 'Tell me what to remember, or ask what I know.';
  const seen = new Map<string, string>();
  for (const { operation, description } of tools) {
    const [module = ''] = operation.split('.');
    const line = description.split(/(?<=[.!?])\s/)[0]?.trim();
    if (line && !seen.has(module)) seen.set(module, line);
  }
  if (seen.size === 0) return `${first} No commands are offered here.`;
  const lines = [...seen.values()].slice(0, HELP_LINES_MAX).map((line) => `- ${line}`);
  return `${first} I also run commands, without any model:\n\n${lines.join('\n')}`;
}
