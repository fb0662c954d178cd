/** Projects in words: branch, last commit, what is not committed. */
import type { Project } from '../../api/nima.ts';
import { sayDate } from '../../parts/say-time.ts';

export const branchOf = ({ state }: Project): string | null =>
  state?.branches.find(({ is_current }) => is_current)?.name ?? null;

export const lastCommitOf = ({ state }: Project) => state?.commits[0] ?? null;

export function changeWords({ state }: Project): string | null {
  const count = state?.changes.length ?? 0;
  return count === 0 ? null : `${count} not committed`;
}

export function readWords({ state, read_at }: Project): string {
  if (!state) return 'not read yet';
  const files = state.files === 1 ? '1 file read' : `${state.files} files read`;
  const left = state.left_out > 0 ? `, ${state.left_out} left out` : '';
  return `${files}${left}${read_at ? `, ${sayDate(read_at)}` : ''}`;
}

const KINDS: Readonly<Record<string, string>> = {
  commit: 'commit',
  branch: 'branch',
  change: 'not committed',
  file: 'file',
  turn: 'you said',
};

export const kindWords = (kind: string): string => KINDS[kind] ?? kind;

/** `f19e7ab`: as git shortens it. */
export const shortHash = (hash: string): string => hash.slice(0, 7);
