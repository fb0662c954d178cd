/** What a long conversation was summarized to. Each summary opens to the turns it covers, word for word. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Summary } from '../../api/nima.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

function CoveredTurns({ id }: { id: string }) {
  const { api } = useNima();
  const { data, error, refetch } = useQuery({
    queryKey: keys.summary(id),
    queryFn: () => api.conversations.summaries.get({ id }),
  });
  if (error) return <Failed text="The turns did not come." error={error} onRetry={() => refetch()} />;
  return (
    <ol aria-label="Turns it covers" className="mt-2 flex flex-col gap-2">
      {data?.turns.map((turn) => (
        <li key={turn.id} className="border-l-2 border-sky pl-3">
          <span className="block text-ink-3">{turn.role === 'assistant' ? 'Nima' : turn.speaker || 'You'}</span>
          <span className="wrap-anywhere whitespace-pre-wrap">{turn.content}</span>
        </li>
      ))}
    </ol>
  );
}

function SummaryItem({ summary: { id, text, made_by, turn_ids, created_at } }: { summary: Summary }) {
  const [isOpen, setOpen] = useState(false);
  const author = made_by === 'quotation' ? 'quoted' : `written by ${made_by}, checked against the turns`;
  return (
    <li className="border-b border-line py-3.5 last:border-0">
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
      <p className="mt-1 text-ink-3">
        {author}, {sayDate(created_at)}
      </p>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="mt-1 min-h-8 rounded-small text-sky underline underline-offset-4"
      >
        {isOpen ? 'Hide the turns' : `Show the ${turn_ids.length} turns`}
      </button>
      {isOpen && <CoveredTurns id={id} />}
    </li>
  );
}

export function Summaries({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { api } = useNima();
  const { data, error, refetch } = useQuery({
    queryKey: keys.summaries(conversationId),
    queryFn: () => api.conversations.summaries.list({ conversation_id: conversationId }),
  });
  return (
    <Sheet isOpen onClose={onClose} side="right" title="Summaries">
      <div className="px-5 pb-8 text-small">
        <p className="text-ink-2">
          A talk longer than the model's window is sent as summaries of its oldest turns. The turns themselves stay word
          for word.
        </p>
        {error && !data && <Failed text="The summaries did not come." error={error} onRetry={() => refetch()} />}
        {!data && !error && <Waiting text="Opening the summaries" />}
        {data?.summaries.length === 0 && (
          <p className="py-6 text-ink-2">None yet: all of this conversation still fits.</p>
        )}
        <ul>
          {data?.summaries.map((summary) => (
            <SummaryItem key={summary.id} summary={summary} />
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
