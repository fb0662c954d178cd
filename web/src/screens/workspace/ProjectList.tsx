/** The projects there are, a search over what was read of them, and the way to add one. */
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { holds } from '../../parts/holds.ts';
import { SearchField } from '../../parts/SearchField.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { AddProject } from './AddProject.tsx';
import { ProjectCard } from './ProjectCard.tsx';
import { usePassages, useProjects } from './use-projects.ts';

function Projects({ query }: { query: string }) {
  const { data, error, refetch } = useProjects();
  if (error && !data) return <Failed text="The projects did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Opening the projects" />;
  if (data.projects.length === 0) {
    return (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
        No project is registered. Add a folder, and ask me where you left off in it.
      </p>
    );
  }
  const projects = data.projects.filter(({ name, path }) => holds(`${name} ${path}`, query));
  if (projects.length === 0) return null;
  return (
    <ul aria-label="Projects" className="flex flex-col rounded-medium border border-line bg-raised">
      {projects.map((project) => (
        <ProjectCard key={project.id} project={project} />
      ))}
    </ul>
  );
}

function Passages({ query }: { query: string }) {
  const { data, error, refetch } = usePassages(query);
  if (error && !data) return <Failed text="The search did not come back." error={error} onRetry={refetch} />;
  if (!data) return null;
  return (
    <section aria-label="Found in projects" className="flex flex-col gap-2">
      <h2 role="status" className="text-small font-strong text-ink-2">
        {data.found.length === 0 ? 'Nothing read in the projects fits these words.' : 'In notes, manifests and commits'}
      </h2>
      {data.found.length > 0 && (
        <ul className="flex flex-col rounded-medium border border-line bg-raised">
          {data.found.map(({ project, project_id, path, text, at }) => (
            <li key={`${project_id} ${path} ${text}`} className="border-b border-line px-4 py-3 last:border-0">
              <p className="line-clamp-4 text-small wrap-anywhere whitespace-pre-wrap">{text}</p>
              <p className="mt-1 flex flex-wrap gap-x-2.5 text-small text-ink-3">
                <Link to={`/workspace/${project_id}`} className="text-ink-2 underline underline-offset-3">
                  {project}
                </Link>
                <span className="font-mono wrap-anywhere">{path}</span>
                <span>{sayDate(at)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function ProjectList() {
  const [words, setWords] = useState('');
  const [isAdding, setAdding] = useState(false);
  const query = useDebounced(words.trim());
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-60 text-small text-ink-2">
          Folders Nima may read: notes, manifests, branches and recent history.
        </p>
        <Button look="go" icon="plus" onClick={() => setAdding(true)}>
          Add a folder
        </Button>
      </div>
      <SearchField label="Search projects" value={words} onChange={setWords} />
      <Projects query={query} />
      {query !== '' && <Passages query={query} />}
      <Dialog isOpen={isAdding} onClose={() => setAdding(false)} title="Add a folder">
        <AddProject onDone={() => setAdding(false)} />
      </Dialog>
    </>
  );
}
