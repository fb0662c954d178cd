/** Puts a brief into words from what is on record. Every statement carries the number of its source. Pure. */
import type { Project } from './project.ts';

export interface BriefSource {
  readonly kind: 'commit' | 'branch' | 'change' | 'file' | 'turn';
  readonly id: string;
  readonly text: string;
  readonly at: string | null;
}

export interface Said {
  readonly id: string;
  readonly text: string;
  readonly at: string;
}

export interface Brief {
  readonly text: string;
  readonly sources: readonly BriefSource[];
}

const COMMITS_MAX = 3;
const BRANCHES_MAX = 3;
const CHANGES_MAX = 5;
const OPEN_MAX = 3;
const DAY_MS = 86_400_000;
/** Work older than this is told with its date, not with days. */
const DAYS_TOLD = 14;

/** Unchecked items of Markdown task lists: `- [ ] write the parser`. */
export function openItems(path: string, text: string): BriefSource[] {
  return [...text.matchAll(/^\s*[-*] \[ \] +(.+)$/gm)].map(([, item = '']) => ({
    kind: 'file',
    id: path,
    text: item.trim(),
    at: null,
  }));
}

function ago(at: string, now: number): string {
  const days = Math.floor(now / DAY_MS) - Math.floor(Date.parse(at) / DAY_MS);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= DAYS_TOLD ? `${days} days ago` : `on ${at.slice(0, 10)}`;
}

/** Collects sources and hands out their numbers. */
class Sources {
  readonly all: BriefSource[] = [];

  cite(source: BriefSource): string {
    this.all.push(source);
    return `[${this.all.length}]`;
  }
}

type Means = { readonly said: readonly Said[]; readonly open: readonly BriefSource[]; readonly now: number };

function commitLines({ state }: Project, sources: Sources, now: number): string[] {
  const { commits = [], branches = [] } = state ?? {};
  const [last, ...earlier] = commits.slice(0, COMMITS_MAX);
  if (!last) return [];
  const branch = branches.find(({ is_current }) => is_current);
  const cite = ({ hash, subject, at }: typeof last) => sources.cite({ kind: 'commit', id: hash, text: subject, at });
  const where = branch ? ` You are on \`${branch.name}\`.` : '';
  const lines = [`Last commit ${ago(last.at, now)}: “${last.subject}” by ${last.author} ${cite(last)}.${where}`];
  if (earlier.length > 0) {
    lines.push(`Before that: ${earlier.map((commit) => `“${commit.subject}” ${cite(commit)}`).join(', ')}.`);
  }
  return lines;
}

function changeLines({ state }: Project, sources: Sources): string[] {
  const { changes = [] } = state ?? {};
  if (changes.length === 0) return [];
  const named = changes
    .slice(0, CHANGES_MAX)
    .map(({ path, state: how }) => `\`${path}\` ${sources.cite({ kind: 'change', id: path, text: how, at: null })}`);
  const more = changes.length > named.length ? ` and ${changes.length - named.length} more` : '';
  return [`Not committed: ${named.join(', ')}${more}.`];
}

function branchLines({ state }: Project, sources: Sources, now: number): string[] {
  const open = (state?.branches ?? []).filter(({ ahead }) => (ahead ?? 0) > 0);
  if (open.length === 0) return [];
  const named = open.slice(0, BRANCHES_MAX).map(({ name, ahead, at }) => {
    const commits = ahead === 1 ? '1 commit' : `${ahead} commits`;
    return `\`${name}\`, ${commits} ahead, ${ago(at, now)} ${sources.cite({ kind: 'branch', id: name, text: `${commits} ahead`, at })}`;
  });
  return [`Not merged: ${named.join('; ')}.`];
}

function talkLines(said: readonly Said[], sources: Sources, now: number): string[] {
  if (said.length === 0) return [];
  const quotes = said.map(
    ({ id, text, at }) => `“${text}”, ${ago(at, now)} ${sources.cite({ kind: 'turn', id, text, at })}`,
  );
  return [`You said: ${quotes.join('; ')}.`];
}

function nextLines(open: readonly BriefSource[], sources: Sources): string[] {
  if (open.length === 0) return [];
  const items = open.slice(0, OPEN_MAX).map((item) => `${item.text} (\`${item.id}\`) ${sources.cite(item)}`);
  return [`Open in its notes: ${items.join('; ')}.`];
}

export function composeBrief(project: Project, { said, open, now }: Means): Brief {
  const sources = new Sources();
  const lines = [
    ...commitLines(project, sources, now),
    ...changeLines(project, sources),
    ...branchLines(project, sources, now),
    ...talkLines(said, sources, now),
    ...nextLines(open, sources),
  ];
  const problem = project.problem ? [`I could not read it just now: ${project.problem}`] : [];
  const empty = lines.length === 0 ? [`I know of no commits, notes or talk about ${project.name} yet.`] : [];
  return { text: [...lines, ...empty, ...problem].map((line) => `- ${line}`).join('\n'), sources: sources.all };
}
