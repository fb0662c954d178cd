/** Where work on a project stopped: a line for each statement, with its numbered sources below. */
import type { ProjectBrief } from '../../api/nima.ts';
import { Failed } from '../../parts/Failed.tsx';
import { sayDateTime } from '../../parts/say-time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { type BriefPart, linesOf } from './brief-parts.ts';
import { kindWords, shortHash } from './project-words.ts';
import { useBrief } from './use-projects.ts';

function Part({ part: { kind, text } }: { part: BriefPart }) {
  if (kind === 'code') return <code className="font-mono text-small wrap-anywhere">{text}</code>;
  if (kind === 'text') return text;
  return (
    <a
      href={`#source-${text}`}
      aria-label={`Source ${text}`}
      className="rounded-small px-0.5 text-small text-sky underline underline-offset-3"
    >
      [{text}]
    </a>
  );
}

function Sources({ sources }: Pick<ProjectBrief, 'sources'>) {
  if (sources.length === 0) return null;
  return (
    <section aria-label="Sources" className="border-t border-line pt-3">
      <h3 className="mb-1.5 text-small font-strong text-ink-2">Sources</h3>
      <ol className="flex flex-col gap-1.5 text-small text-ink-2">
        {sources.map(({ kind, id, text, at }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: its number is what a source is cited by.
            key={index}
            id={`source-${index + 1}`}
            className="flex gap-2 rounded-small target:bg-sky-soft"
          >
            <span className="w-7 shrink-0 text-right text-ink-3 tabular-nums">[{index + 1}]</span>
            <span className="min-w-0 wrap-anywhere">
              {text}
              <span className="text-ink-3">
                {' '}
                · {kindWords(kind)}
                {kind !== 'turn' && (
                  <>
                    {' '}
                    <span className="font-mono">{kind === 'commit' ? shortHash(id) : id}</span>
                  </>
                )}
                {at && `, ${sayDateTime(at)}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Brief({ id }: { id: string }) {
  const { data, error, refetch } = useBrief(id);
  if (error && !data) return <Failed text="The brief did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Reading the project" />;
  return (
    <section
      aria-label="Where did we leave off"
      className="flex flex-col gap-3 rounded-medium border border-line bg-raised p-4"
    >
      <h2 className="font-strong">Where did we leave off?</h2>
      <ul className="flex flex-col gap-2">
        {linesOf(data.text).map((parts, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, never reordered.
          <li key={line} className="wrap-anywhere">
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line, never reordered.
              <Part key={index} part={part} />
            ))}
          </li>
        ))}
      </ul>
      <Sources sources={data.sources} />
    </section>
  );
}
