/** Questions of Nima's about a command, and what is said in answer: what is missing, which one is meant, whether it is meant. */
import type { Language } from '../../../kernel/ports.ts';
import { type Command, commandIn, guessesIn, referenceIn } from './command.ts';
import type { Exchange, InputField, OfflineRequest } from './conversation.ts';
import { humanized } from './labels.ts';
import { placeIn, refer } from './refer.ts';
import { numberIn, valueFor } from './replace.ts';
import { sentence } from './words.ts';

const NUMBERED = /^\d+\. (?<label>.+)$/gm;

export function questionFor({ tool, missing }: Command): string {
  const [field = ''] = missing;
  return askFor(field, tool.fields[field] ?? {});
}

const QUESTIONS: Readonly<Record<string, string>> = {
  id: 'Which one?',
  text: 'What should it say?',
  title: 'What should the title be?',
  name: 'What should it be called?',
  query: 'What should I look for?',
  about: 'About what?',
  when: 'For when?',
};

function askFor(field: string, { enum: choices, description }: InputField): string {
  if (choices?.length) return `Which ${humanized(field)}: ${choices.join(', ')}?`;
  const known = QUESTIONS[field];
  if (known) return known;
  return description ? `What is the ${humanized(field)}? ${sentence(description)}` : `What is the ${humanized(field)}?`;
}

const summaryOf = ({ tool }: Command): string =>
  tool.description.split(/(?<=[.!?])\s/)[0]?.replace(/[.]$/, '') ?? tool.operation;

/** Guesses worth a question: what would be done, in the operations' own words. */
export function guessQuestion(guesses: readonly Command[]): string {
  const summaries = guesses.map(summaryOf);
  const [only = ''] = summaries;
  if (summaries.length === 1) return `Do you want me to do this: ${only.charAt(0).toLowerCase()}${only.slice(1)}?`;
  return ['Which of these do you mean?', ...summaries.map((summary, index) => `${index + 1}. ${summary}`)].join('\n');
}

export type Answer =
  | { readonly kind: 'command'; readonly command: Command; readonly isConfirmed: boolean }
  /** The person took back what Nima asked about. */
  | { readonly kind: 'declined' };

const DECLINED = /^(?:no|nope|none|neither|never ?mind|cancel|stop|forget it)\b/i;
const AGREED = /^(?:yes|yeah|yep|sure|ok|okay|do it|go ahead|right|exactly|please do)\b/i;
/** Questions in a row about one command. */
const DEPTH_MAX = 4;

/** What a message says in answer to the question before it; null when it is no answer. */
export function answerIn(request: OfflineRequest, language: Language): Answer | null {
  return answerAt(request, { said: request.said, past: request.past, depth: 0 }, language);
}

interface Place {
  readonly said: string;
  readonly past: readonly Exchange[];
  readonly depth: number;
}

function answerAt(request: OfflineRequest, { said, past, depth }: Place, language: Language): Answer | null {
  const before = past.at(-1);
  if (!before?.reply || depth >= DEPTH_MAX) return null;
  const guesses = guessesIn(before.said, request, language);
  if (guesses.length > 0 && before.reply === guessQuestion(guesses)) return agreed(said, guesses);
  const asked = commandAt(request, { said: before.said, past: past.slice(0, -1), depth: depth + 1 }, language);
  if (!asked) return null;
  const labels = [...before.reply.matchAll(NUMBERED)].map(({ groups }) => groups?.label ?? '');
  const reference = referenceIn(asked);
  const isChoice =
    reference !== null && labels.length > 0 && /(?:^|\n)(?:Which one do you mean|Do you mean this)/.test(before.reply);
  const isGap = asked.missing.length > 0 && before.reply.endsWith(questionFor(asked));
  if (!isChoice && !isGap) return null;
  if (DECLINED.test(said.trim())) return { kind: 'declined' };
  if (commandIn(said, request, language)) return null;
  const words = isChoice ? chosenLabel(said, labels) : said.trim().replace(/[.]$/, '');
  if (!words) return null;
  const command =
    isChoice && reference ? { ...asked, refers: { [reference.field]: words } } : filled(asked, words, language);
  return { kind: 'command', command, isConfirmed: false };
}

/** The command an earlier message meant, be it by itself or as an answer. */
function commandAt(request: OfflineRequest, place: Place, language: Language): Command | null {
  const answer = answerAt(request, place, language);
  if (answer) return answer.kind === 'command' ? answer.command : null;
  return commandIn(place.said, request, language);
}

/** A yes to the one, or which of several: by its place or by its words. */
function agreed(said: string, guesses: readonly Command[]): Answer | null {
  if (DECLINED.test(said.trim())) return { kind: 'declined' };
  const summaries = guesses.map(summaryOf);
  const chosen = summaries.length > 1 ? summaries.indexOf(chosenLabel(said, summaries) ?? '') : 0;
  const command = guesses[chosen];
  if (!command || (summaries.length === 1 && !AGREED.test(said.trim()))) return null;
  return { kind: 'command', command, isConfirmed: true };
}

function chosenLabel(said: string, labels: readonly string[]): string | null {
  const place = placeIn(said, labels.length);
  if (place !== null) return labels[place] ?? null;
  const described = refer(
    said,
    labels.map((text, index) => ({ id: String(index), text })),
  );
  return described.found === 'one' ? described.thing.label : null;
}

/** A number is taken out of what is said around it; a time is read; anything else is taken as it was said. */
function filled(command: Command, words: string, language: Language): Command {
  const [name = '', ...missing] = command.missing;
  const field = command.tool.fields[name] ?? {};
  const isNumeric = field.type === 'number' || field.type === 'integer';
  const value = isNumeric
    ? (numberIn(words) ?? Number(/-?\d+(?:\.\d+)?/.exec(words)?.[0] ?? Number.NaN))
    : (valueFor(words, field, language) ?? words);
  if (Number.isNaN(value)) return command;
  return { ...command, input: { ...command.input, [name]: value }, missing };
}
