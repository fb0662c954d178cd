/** One project of the list: where it stands. */
import { Link } from 'react-router';
import type { Project } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { branchOf, changeWords, lastCommitOf } from './project-words.ts';

export function ProjectCard({ project }: { project: Project }) {
  const { id, name, path, problem } = project;
  const branch = branchOf(project);
  const commit = lastCommitOf(project);
  const changes = changeWords(project);
  return (
    <li className="border-b border-line last:border-0">
      <Link to={`/workspace/${id}`} className="flex flex-col gap-1 rounded-medium px-4 py-3 hover:bg-sunken/60">
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-strong wrap-anywhere">{name}</span>
          {branch && <span className="font-mono text-small wrap-anywhere text-ink-2">{branch}</span>}
          {changes && <Badge tone="amber">{changes}</Badge>}
          {problem && <Badge tone="clay">cannot be read</Badge>}
        </span>
        {commit && (
          <span className="text-small wrap-anywhere text-ink-2">
            {commit.subject} · {sayDate(commit.at)}
          </span>
        )}
        <span className="font-mono text-small wrap-anywhere text-ink-3">{path}</span>
      </Link>
    </li>
  );
}
