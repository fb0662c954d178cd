/**
 * The branch a pull request means when nobody names one: the branch called after its title. "Add memory engine" finds
 * `add-memory-engine`, `feature/add-memory-engine` and, without the verb, `feature/memory-engine`. One such branch is
 * taken; with none or several, we ask rather than guess.
 */
import { z } from 'zod';
import { Failure } from '../../../kernel/errors.ts';
import type { Desk } from './action.ts';
import { branchAnswer } from './answers.ts';

/** Branches looked through: ten pages. A repository with more needs `head`. */
const PAGES_MAX = 10;
/** Names shown in a refusal, so that it stays readable. */
const SHOWN_MAX = 12;

/** A title as branches are named: `Add memory engine` → `add-memory-engine`. */
export function slugsOf(title: string): readonly string[] {
  const words = title
    .toLowerCase()
    .replace(/^\w+(?:\([^)]*\))?!?:\s*/, '') // "feat(memory): …"
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const [whole, withoutVerb] = [words.join('-'), words.slice(1).join('-')];
  return [whole, withoutVerb].filter(Boolean);
}

export async function branchFor(title: string, { github, at }: Desk): Promise<string> {
  const names: string[] = [];
  for (let page = 1; page <= PAGES_MAX; page++) {
    const query = { page, per_page: 100 };
    const branches = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/branches', at, query },
      z.array(branchAnswer),
    );
    names.push(...branches.map(({ name }) => name));
    if (branches.length < query.per_page) break;
  }
  const fitting = fittingBranches(title, names);
  if (fitting.length === 1 && fitting[0] !== undefined) return fitting[0];
  throw new Failure('invalid', unclear(title, names, fitting), {
    code: 'github_head_unclear',
    details: { branches: names.slice(0, 100) },
  });
}

/** The whole title wins over the title without its verb. */
export function fittingBranches(title: string, names: readonly string[]): readonly string[] {
  for (const slug of slugsOf(title)) {
    const fitting = names.filter((name) => name.split('/').at(-1)?.toLowerCase() === slug);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

function unclear(title: string, names: readonly string[], fitting: readonly string[]): string {
  const list = (fitting.length > 0 ? fitting : names).slice(0, SHOWN_MAX).join(', ');
  if (fitting.length > 1) return `Several branches are called after "${title}": ${list}. Name one in \`head\`.`;
  return `No branch is called after "${title}". Push it first, or name one in \`head\`; there are: ${list}.`;
}
