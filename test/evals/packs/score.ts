/** Scores what packs bring to an answer: for each question passages of the one pack it is about, or none at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectPassages } from '../../../src/copilot/knowledge/index.ts';
import type { Context } from '../../../src/kernel/context.ts';

/** As chat asks. */
const ROOM = { limit: 6, tokensMax: 600 } as const;

export interface Asked {
  /** Id of the pack, or `none`. */
  readonly pack: string;
  readonly question: string;
}

export function readAsked(file: string): Asked[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [pack = '', question = ''] = line.split('\t');
    return { pack, question };
  });
}

export interface PackScore {
  /** Share of questions about a pack to which that pack brought a passage. */
  readonly found: number;
  /** Share of them where its passage came first. */
  readonly first: number;
  /** Share of questions about none to which no pack brought any. */
  readonly left: number;
  readonly mistakes: readonly string[];
}

export async function scoreChoice(ctx: Context, asked: readonly Asked[]): Promise<PackScore> {
  const counts = { found: 0, first: 0, left: 0 };
  const mistakes: string[] = [];
  for (const { pack, question } of asked) {
    const passages = await selectPassages(ctx, question, ROOM);
    const ids = [...new Set(passages.map((passage) => passage.pack))];
    const isRight = pack === 'none' ? ids.length === 0 : ids.includes(pack);
    if (!isRight) mistakes.push(`${pack}: ${question} → ${ids.join(', ') || 'none'}`);
    if (pack === 'none') counts.left += isRight ? 1 : 0;
    else {
      counts.found += isRight ? 1 : 0;
      counts.first += ids[0] === pack ? 1 : 0;
    }
  }
  const inScope = asked.filter(({ pack }) => pack !== 'none').length;
  const { found, first, left } = counts;
  return { found: found / inScope, first: first / inScope, left: left / (asked.length - inScope), mistakes };
}
