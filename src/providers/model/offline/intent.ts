/** What a message asks for: a command of its own, one that follows on the talk before, a correction, or none. */
import type { Language } from '../../../kernel/ports.ts';
import { type Command, commandIn, guessesIn } from './command.ts';
import type { OfflineRequest } from './conversation.ts';
import { followUpIn } from './follow-up.ts';
import { isQuestion } from './question.ts';
import { answerIn } from './questions.ts';
import { smallTalk } from './small-talk.ts';
import { isStatement } from './statement.ts';
import { bare, definitionIn, isPlainlyWrong, meantIn, saysTheSame, type Teaching, unlearnIn } from './taught.ts';

export type Intent =
  | {
      readonly kind: 'command';
      readonly command: Command;
      /** Understood from the talk before, whatever else the words could be by themselves. */
      readonly isCertain: boolean;
      /** What the person taught by saying it. */
      readonly lesson: Teaching | null;
    }
  /** "When I say X, I mean Y": nothing is to be done but to learn. */
  | { readonly kind: 'lesson'; readonly lesson: Teaching }
  | { readonly kind: 'guess'; readonly commands: readonly Command[] }
  | { readonly kind: 'say'; readonly text: string }
  /** The person took back what Nima asked about. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'none' };

/** Longer is no command, and nobody says it twice. */
const TAUGHT_CHARS_MAX = 200;
/** They mean something else each time. */
const DEPENDENT = /^(?:yes|no|ok|okay|do it|again|undo\b.*|that|this|it|the \w+ one|\d+)$/i;

type Reader = (request: OfflineRequest, language: Language) => Intent | null;

const certain = (command: Command, lesson: Teaching | null = null): Intent => ({
  kind: 'command',
  command,
  isCertain: true,
  lesson,
});

const defining: Reader = ({ said }) => {
  const lesson = definitionIn(said);
  return lesson && { kind: 'lesson', lesson };
};

const unlearning: Reader = ({ said, tools }) => {
  const words = unlearnIn(said);
  const tool = tools.find(({ operation }) => operation === 'learning.lessons.remove');
  return words && tool ? certain({ tool, input: {}, missing: [], refers: { id: words } }) : null;
};

const answering: Reader = (request, language) => {
  const answer = answerIn(request, language);
  if (!answer || answer.kind === 'declined') return answer;
  const { command, isConfirmed } = answer;
  const lesson = isConfirmed ? lessonOn(request, command.tool.operation) : null;
  return certain(command, lesson);
};

/** The sentence before, when it can be taught at all. */
function lessonOn({ past, tools }: OfflineRequest, mean: string): Teaching | null {
  const say = past.at(-1)?.said.trim() ?? '';
  if (smallTalk(say, { name: '' }, tools) !== null) return null;
  if (!say || say.length > TAUGHT_CHARS_MAX || DEPENDENT.test(bare(say))) return null;
  return { say, mean };
}

/** "No, I meant list my goals": done, and learned when the sentence before was understood otherwise. */
const correcting: Reader = (request, language) => {
  const meant = request.past.length > 0 ? meantIn(request.said) : null;
  const command = meant && commandIn(meant, request, language);
  if (!command) return null;
  const before = request.past.at(-1)?.said ?? '';
  const understood = meantIn(before) ?? before;
  const guessed = commandIn(understood, request, language)?.tool.operation;
  const isNews = guessed === undefined || (guessed !== command.tool.operation && isPlainlyWrong(request.said));
  return certain(command, isNews && meantIn(before) === null ? lessonOn(request, meant) : null);
};

const following: Reader = (request, language) => {
  const found = followUpIn(request, language);
  return found?.kind === 'command' ? certain(found.command) : found;
};

const commanding: Reader = (request, language) => {
  const command = commandIn(request.said, request, language);
  const isTaught = request.corrections.some(({ say }) => saysTheSame(say, request.said));
  return command && { kind: 'command', command, isCertain: isTaught, lesson: null };
};

const guessing: Reader = (request, language) => {
  const { said } = request;
  const commands = isStatement(said) || isQuestion(said) ? [] : guessesIn(said, request, language);
  return commands.length > 0 ? { kind: 'guess', commands } : null;
};

const READERS: readonly Reader[] = [defining, unlearning, correcting, answering, following, commanding, guessing];

export function intentOf(request: OfflineRequest, language: Language): Intent {
  for (const read of READERS) {
    const intent = read(request, language);
    if (intent) return intent;
  }
  return { kind: 'none' };
}
