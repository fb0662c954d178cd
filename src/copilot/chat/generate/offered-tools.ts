/**
 * Which tools a model is shown. All of them when they fit a quarter of its window; else those that fit the talk best, by
 * the words they share with it. Every call passes the pipeline anyway, so this saves room and decides nothing.
 */
import type { OfferedTool } from '../../../kernel/ports.ts';
import { estimateTokens } from '../../persona/index.ts';

const ROOT_CHARS = 5;
const WORD_CHARS_MIN = 3;

const rootsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter(({ length }) => length >= WORD_CHARS_MIN)
      .map((word) => word.slice(0, ROOT_CHARS)),
  );

/** What a tool takes of the prompt, as every vendor spells it: name, description and schema. */
const tokensOf = ({ name, description, inputSchema }: OfferedTool): number =>
  estimateTokens(name + description + JSON.stringify(inputSchema));

export interface ChosenTools {
  readonly tools: readonly OfferedTool[];
  readonly tokens: number;
  readonly leftOut: number;
}

export interface ToolWish {
  /** What was said last, newest included. */
  readonly talk: string;
  /** Operations that were used in this talk, or that the sentence seems to mean. */
  readonly wanted: ReadonlySet<string>;
  readonly tokensMax: number;
}

export function chooseTools(all: readonly OfferedTool[], { talk, wanted, tokensMax }: ToolWish): ChosenTools {
  const priced = all.map((tool) => ({ tool, tokens: tokensOf(tool) }));
  const total = priced.reduce((sum, { tokens }) => sum + tokens, 0);
  if (total <= tokensMax) return { tools: all, tokens: total, leftOut: 0 };
  const said = rootsOf(talk);
  const likeness = ({ operation, description }: OfferedTool) => {
    const roots = rootsOf(`${operation.replaceAll('.', ' ')} ${description}`);
    const shared = [...roots].filter((root) => said.has(root)).length;
    return (wanted.has(operation) ? 10 : 0) + shared / Math.sqrt(roots.size || 1);
  };
  let room = tokensMax;
  const kept = new Set<OfferedTool>();
  for (const { tool, tokens } of priced.toSorted((a, b) => likeness(b.tool) - likeness(a.tool))) {
    if (tokens > room) continue;
    kept.add(tool);
    room -= tokens;
  }
  // In the order of the catalog, so that a vendor's cache of the prompt holds as long as the choice does.
  return { tools: all.filter((tool) => kept.has(tool)), tokens: tokensMax - room, leftOut: all.length - kept.size };
}
