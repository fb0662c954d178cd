/** What the words for a time mean, while they are typed: in plain words, and the next times. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebounced } from '../../parts/use-debounced.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

export function TimesPreview({ when }: { when: string }) {
  const { api } = useNima();
  const settled = useDebounced(when.trim());
  const preview = useQuery({
    queryKey: keys.schedulePreview(settled),
    queryFn: () => api.schedules.preview({ when: settled }),
    enabled: settled.length > 2,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (settled.length <= 2) return null;
  if (preview.error) {
    return (
      <p role="status" className="text-small text-clay">
        {preview.error.message}
      </p>
    );
  }
  return (
    <div role="status" className="rounded-small bg-sunken px-3 py-2 text-small text-ink-2">
      <p className="font-strong">{preview.data?.text ?? 'Looking'}</p>
      <ul>
        {preview.data?.next_times.map(({ at, text }) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
