/** One project in full: where work stopped, its branches, recent commits and what is not committed. */
import type { ReactNode } from 'react';
import type { Project } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { Brief } from './Brief.tsx';
import { ProjectActs } from './ProjectActs.tsx';
import { changeWords, readWords, shortHash } from './project-words.ts';
import { useProject } from './use-projects.ts';

type State = NonNullable<Project['state']>;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="text-small font-strong text-ink-2">{title}</h2>
      <ul className="flex flex-col gap-1.5 text-small">{children}</ul>
    </section>
  );
}

function Branches({ branches }: Pick<State, 'branches'>) {
  if (branches.length === 0) return null;
  return (
    <Part title="Branches">
      {branches.map(({ name, is_current, at, ahead, behind }) => (
        <li key={name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-mono wrap-anywhere">{name}</span>
          {is_current && <Badge tone="moss">here</Badge>}
          <span className="text-ink-3">
            {[sayDate(at), ahead && `${ahead} ahead`, behind && `${behind} behind`].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </Part>
  );
}

function Commits({ commits }: Pick<State, 'commits'>) {
  if (commits.length === 0) return null;
  return (
    <Part title="Recent commits">
      {commits.map(({ hash, author, at, subject }) => (
        <li key={hash} className="flex flex-wrap gap-x-3">
          <span className="font-mono text-ink-3">{shortHash(hash)}</span>
          <span className="min-w-0 flex-1 basis-52 wrap-anywhere">
            {subject}
            <span className="text-ink-3">
              {' '}
              · {author}, {sayDate(at)}
            </span>
          </span>
        </li>
      ))}
    </Part>
  );
}

function Changes({ changes }: Pick<State, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <Part title="Not committed">
      {changes.map(({ path, state }) => (
        <li key={path} className="flex flex-wrap gap-x-3">
          <span className="w-20 text-ink-3">{state}</span>
          <span className="min-w-0 flex-1 basis-52 font-mono wrap-anywhere">{path}</span>
        </li>
      ))}
    </Part>
  );
}

export function ProjectPage({ id }: { id: string }) {
  const { data: project, error, refetch } = useProject(id);
  if (error && !project) return <Failed text="" error={error} onRetry={refetch} />;
  if (!project) return <Waiting text="Opening the project" />;
  const { name, path, state, problem } = project;
  const changes = changeWords(project);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-large font-strong wrap-anywhere">{name}</h1>
          <p className="font-mono text-small wrap-anywhere text-ink-2">{path}</p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3">
            {readWords(project)}
            {changes && <Badge tone="amber">{changes}</Badge>}
          </p>
        </div>
        <ProjectActs project={project} />
      </div>
      {problem && <Notice>It could not be read. {problem}</Notice>}
      <Brief id={id} />
      {state && (
        <>
          <Changes changes={state.changes} />
          <Branches branches={state.branches} />
          <Commits commits={state.commits} />
        </>
      )}
    </>
  );
}
