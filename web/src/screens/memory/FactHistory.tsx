/** One fact in full: the words it rests on, and every version with who changed it and when. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { FactVersion } from '../../api/nima.ts';
import { Notice } from '../../parts/Notice.tsx';
import { sayDateTime } from '../../parts/say-time.ts';
import { actorWords, sourceWords, trustWords } from '../../parts/source-words.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { validityWords } from './validity.ts';

const CHANGES: Readonly<Record<FactVersion['change'], string>> = {
  created: 'Remembered',
  updated: 'Corrected',
  removed: 'Forgotten',
  restored: 'Brought back',
  retired: 'No longer so',
  merged: 'Joined with another',
};

function Version({ version: { at, actor, change, fact } }: { version: FactVersion }) {
  return (
    <li className="border-l-2 border-line pl-3">
      <p className="text-small text-ink-3">
        <span className="font-strong text-ink-2">{CHANGES[change]}</span> · {sayDateTime(at)} · {actorWords(actor)}
      </p>
      <p className="wrap-anywhere">{fact}</p>
    </li>
  );
}

export function FactHistory({ id }: { id: string }) {
  const { api } = useNima();
  const fact = useQuery({ queryKey: keys.fact(id), queryFn: () => api.memory.facts.get({ id }) });
  const history = useQuery({ queryKey: keys.factHistory(id), queryFn: () => api.memory.facts.history({ id }) });
  const error = fact.error ?? history.error;
  const evidence = fact.data?.evidence;
  if (error) {
    return (
      <div className="px-5">
        <Notice>{error.message.replaceAll('`', '')}</Notice>
      </div>
    );
  }
  if (!fact.data) return <p className="px-5 text-ink-3">Opening</p>;
  return (
    <div className="flex flex-col gap-5 px-5 pb-8">
      <div>
        <p className="wrap-anywhere">{fact.data.fact}</p>
        <p className="mt-1 text-small text-ink-3">
          {[
            fact.data.category,
            validityWords(fact.data),
            sourceWords(fact.data.source),
            trustWords(fact.data.trust),
            fact.data.state === 'past' ? 'no longer so' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {fact.data.replaced_by && (
          <Link
            to={`/memory?fact=${fact.data.replaced_by}`}
            className="text-small text-sky underline underline-offset-3"
          >
            What holds instead
          </Link>
        )}
      </div>
      {evidence?.quote && (
        <figure>
          <blockquote className="border-l-2 border-sky pl-3 wrap-anywhere whitespace-pre-wrap text-ink-2">
            {evidence.quote}
          </blockquote>
          {evidence.conversation_id && (
            <figcaption className="mt-1 text-small">
              <Link
                to={`/talk/${evidence.conversation_id}#${evidence.turn_id}`}
                className="text-sky underline underline-offset-3"
              >
                Open where you said it
              </Link>
            </figcaption>
          )}
        </figure>
      )}
      <section aria-label="Versions">
        <h3 className="mb-2.5 text-small font-strong">Versions, newest first</h3>
        <ol className="flex flex-col gap-3.5">
          {[...(history.data?.versions ?? [])].reverse().map((version) => (
            <Version key={version.version} version={version} />
          ))}
        </ol>
      </section>
    </div>
  );
}
