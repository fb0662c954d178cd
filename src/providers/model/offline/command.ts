/**
 * The command in a message: which tool with which input, what it lacks, and which field is described instead of given.
 * Also understands the answer to a question Nima asked about a command.
 */
import type { Language } from '../../../kernel/ports.ts';
import type { InputField, OfferedOperation, OfflineRequest } from './conversation.ts';
import { humanized } from './labels.ts';
import { placeIn, refer } from './refer.ts';
import { sentence } from './words.ts';

export interface Command {
  readonly tool: OfferedOperation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  /** Fields described in words: `{ id: 'dark mode' }`. */
  readonly refers: Readonly<Record<string, string>>;
}

/** Below this, guessing would do things nobody asked for; a look costs nothing, so less is enough for it. */
const CONFIDENCE_MIN = 0.5;
const CONFIDENCE_MIN_TO_LOOK = 0.4;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export type Intent =
  | { readonly kind: 'command'; readonly command: Command }
  /** The person took back what Nima asked about. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'none' };

export function intentOf(request: OfflineRequest, language: Language): Intent {
  const command = commandIn(request.said, request.tools, language);
  const answered = answerToQuestion(request, command, language);
  if (answered) return answered;
  return command ? { kind: 'command', command } : { kind: 'none' };
}

function commandIn(said: string, tools: readonly OfferedOperation[], language: Language): Command | null {
  const { operation, input, missing, refers = {}, confidence } = language.understand(said);
  const tool = tools.find((offered) => offered.operation === operation);
  return tool && confidence >= (tool.effect === 'read' ? CONFIDENCE_MIN_TO_LOOK : CONFIDENCE_MIN)
    ? { tool, input, missing: missing.filter((field) => !(field in refers)), refers }
    : null;
}

/* ---------- questions of Nima's, and their answers ---------- */

export const NUMBERED = /^\d+\. (?<label>.+)$/gm;

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
};

function askFor(field: string, { enum: choices, description }: InputField): string {
  if (choices?.length) return `Which ${humanized(field)}: ${choices.join(', ')}?`;
  const known = QUESTIONS[field];
  if (known) return known;
  return description ? `What is the ${humanized(field)}? ${sentence(description)}` : `What is the ${humanized(field)}?`;
}

function answerToQuestion(request: OfflineRequest, own: Command | null, language: Language): Intent | null {
  const { before, said } = request;
  if (!before) return null;
  const asked = commandIn(before.said, request.tools, language);
  if (!asked) return null;
  const labels = [...before.reply.matchAll(NUMBERED)].map(({ groups }) => groups?.label ?? '');
  const reference = referenceIn(asked);
  const isChoice =
    reference !== null && labels.length > 0 && /^(?:Which one do you mean|Do you mean this)/.test(before.reply);
  const isGap = asked.missing.length > 0 && before.reply === questionFor(asked);
  if (!isChoice && !isGap) return null;
  if (/^(?:no|nope|none|neither|never ?mind|cancel|stop|forget it)\b/i.test(said.trim())) return { kind: 'declined' };
  if (own) return null;
  const words = isChoice ? chosenLabel(said, labels) : said.trim().replace(/[.]$/, '');
  if (!words) return null;
  return {
    kind: 'command',
    command: isChoice && reference ? { ...asked, refers: { [reference.field]: words } } : filled(asked, words),
  };
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

function filled(command: Command, words: string): Command {
  const [field = '', ...missing] = command.missing;
  const value =
    command.tool.fields[field]?.type === 'number' ? Number(/-?\d+(?:\.\d+)?/.exec(words)?.[0] ?? Number.NaN) : words;
  if (Number.isNaN(value)) return command;
  return { ...withInput(command, field, value), missing };
}

const withInput = (command: Command, field: string, value: unknown): Command => ({
  ...command,
  input: { ...command.input, [field]: value },
});

/* ---------- things described instead of named by id ---------- */

export interface Reference {
  readonly field: string;
  readonly words: string;
}

/** The first field that is described, or wants an id and holds words. */
export function referenceIn({ tool, input, refers }: Command): Reference | null {
  const [described] = Object.entries(refers);
  if (described) return { field: described[0], words: described[1] };
  for (const [field, value] of Object.entries(input)) {
    if (typeof value !== 'string' || !/^id$|Id$/.test(field) || UUID.test(value)) continue;
    const wantsUuid = tool.fields[field]?.format === 'uuid';
    // Ids that are words themselves (`finances`) are one word.
    if (wantsUuid || /\s/.test(value.trim())) return { field, words: value };
  }
  return null;
}

/** The list to look in: `memory.facts.remove` → `memory.facts.list`; `goal_id` → a list of goals. */
export function lookupFor({ tool }: Command, { field, words }: Reference, tools: readonly OfferedOperation[]) {
  const resource = tool.operation.split('.').slice(0, -1).join('.');
  const noun = field === 'id' ? null : `${field.replace(/_?id$/i, '')}s.list`;
  const list = tools.find(({ operation }) => (noun ? operation.endsWith(noun) : operation === `${resource}.list`));
  if (!list) return null;
  return { tool: list.tool, input: lookupInput(list, words) };
}

const LOOKUP_LIMIT = 5;
/** Without a query the thing may stand anywhere in the list. */
const UNSORTED_LIMIT = 100;

function lookupInput({ fields }: OfferedOperation, words: string): Record<string, unknown> {
  if (Object.keys(fields).length === 0 || 'query' in fields) return { query: words, limit: LOOKUP_LIMIT };
  return 'limit' in fields ? { limit: Math.min(fields.limit?.maximum ?? UNSORTED_LIMIT, UNSORTED_LIMIT) } : {};
}
