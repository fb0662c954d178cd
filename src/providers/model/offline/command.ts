/** The command in a message: which tool with which input, what it lacks, and which field is described instead of given. */
import type { Language, Understanding } from '../../../kernel/ports.ts';
import type { OfferedOperation, OfflineRequest } from './conversation.ts';
import { saysTheSame } from './taught.ts';

export interface Command {
  readonly tool: OfferedOperation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  /** Fields described in words: `{ id: 'dark mode' }`. */
  readonly refers: Readonly<Record<string, string>>;
}

/** Below this, guessing would do things nobody asked for; a look costs nothing, so less is enough for it. */
const CONFIDENCE_MIN = 0.55;
const CONFIDENCE_MIN_TO_LOOK = 0.3;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

type Asked = Pick<OfflineRequest, 'tools' | 'corrections'>;

/** A sentence that was taught is read as what was meant by it; one nearly the same takes its operation. */
function understandingOf(said: string, { corrections }: Asked, language: Language): Understanding {
  const taught = corrections.findLast(({ say }) => saysTheSame(say, said));
  const meant = taught?.mean ? language.understand(taught.mean) : null;
  if (meant?.operation) return { ...meant, confidence: 1 };
  return language.understand(said, { corrections });
}

type Understood = Command & { confidence: number };

function commandOf(understanding: Omit<Understanding, 'rival'>, asked: Asked): Understood | null {
  const { operation, input, missing, refers = {}, confidence } = understanding;
  const tool = asked.tools.find((offered) => offered.operation === operation);
  if (!tool) return null;
  const lacking = missing.filter((field) => !(field in refers));
  return { tool, input, missing: [...lacking, ...untimed(tool, input)], refers, confidence };
}

/** A reminder without a time is a slip of the tongue more often than one to be run by hand. */
function untimed({ operation, fields }: OfferedOperation, input: Command['input']): string[] {
  const isTimed = operation.endsWith('.create') && fields.when?.format === 'when' && 'remind' in input;
  return isTimed && input.when === undefined && input.on === undefined ? ['when'] : [];
}

const isSure = ({ tool, confidence }: { tool: OfferedOperation; confidence: number }): boolean =>
  confidence >= (tool.effect === 'read' ? CONFIDENCE_MIN_TO_LOOK : CONFIDENCE_MIN);

export function commandIn(said: string, asked: Asked, language: Language): Command | null {
  const command = commandOf(understandingOf(said, asked, language), asked);
  return command && isSure(command) ? command : null;
}

/** A command, most likely, but hardly sure which: enough to ask whether it is meant, or which of two, not to do it. */
export function guessesIn(said: string, asked: Asked, language: Language): Command[] {
  const understanding = understandingOf(said, asked, language);
  const command = commandOf(understanding, asked);
  if (!command || isSure(command)) return [];
  const rival = understanding.rival ? commandOf(understanding.rival, asked) : null;
  return rival ? [command, rival] : [command];
}

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
