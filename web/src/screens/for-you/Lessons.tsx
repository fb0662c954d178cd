/** What Nima learned from what the owner accepted, declined or corrected: each can be unlearned, and learned again. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lesson } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';

const SHOWN_FIRST = 5;
const SHOWN_MAX = 200;

const SUBJECTS: Readonly<Record<string, string>> = {
  language: 'how I understand you',
  'goals.suggestions': 'suggestions for goals',
  'alerts.nudges': 'nudges',
};

function Row({ lesson: { id, text, subject, at } }: { lesson: Lesson }) {
  const { lessons } = useNima().api.learning;
  const act = useAct(keys.lessons);
  const unlearn = () =>
    act(
      () => lessons.remove({ id }),
      'Unlearned',
      () => lessons.restore({ id }),
    );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere">{text}</p>
        <p className="text-small text-ink-3">
          {SUBJECTS[subject] ?? subject} · {sayDate(at)}
        </p>
      </div>
      <Button look="quiet" aria-label={`Unlearn: ${text}`} onClick={unlearn}>
        Unlearn
      </Button>
    </li>
  );
}

export function Lessons() {
  const { api } = useNima();
  const [isWhole, setWhole] = useState(false);
  const { data } = useQuery({
    queryKey: keys.lessons,
    queryFn: () => api.learning.lessons.list({ limit: SHOWN_MAX }),
  });
  if (!data || data.lessons.length === 0) return null;
  const shown = isWhole ? data.lessons : data.lessons.slice(0, SHOWN_FIRST);
  const more = data.lessons.length - shown.length;
  return (
    <section aria-label="What I learned from you" className="flex flex-col gap-3">
      <h2 className="text-small font-strong text-ink-2">What I learned from you</h2>
      <ul className="flex flex-col rounded-medium border border-line bg-raised">
        {shown.map((lesson) => (
          <Row key={lesson.id} lesson={lesson} />
        ))}
      </ul>
      {more > 0 && (
        <Button look="quiet" className="self-start" onClick={() => setWhole(true)}>
          Show {more} more
        </Button>
      )}
    </section>
  );
}
