/** A conversation before its first word. */
import { useQuery } from '@tanstack/react-query';
import { Circle } from '../../parts/Circle.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useTalkDoors } from './talk-context.ts';
import { writeDraft } from './use-draft.ts';

const STARTS = [
  { name: 'Tell me something to remember', words: 'Remember that ' },
  { name: 'Ask what I know about you', words: 'What do you know about me?' },
  { name: 'Find what we said', words: 'Search our conversations for ' },
] as const;

function partOfDay(hour: number): string {
  if (hour < 5) return 'Good evening';
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

function Starts() {
  return (
    <ul className="mt-8 flex max-w-180 flex-wrap justify-center gap-2">
      {STARTS.map((start) => (
        <li key={start.name}>
          <button
            type="button"
            onClick={() => writeDraft(undefined, start.words)}
            className="min-h-9 rounded-[99px] border border-line px-4 py-1.5 text-small text-ink-2 transition-colors duration-100 hover:border-edge hover:text-ink"
          >
            {start.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Greeting() {
  const { api } = useNima();
  const { isPrivate } = useTalkDoors();
  const { data: profile } = useQuery({ queryKey: keys.profile, queryFn: () => api.memory.profile.get({}) });
  const name = profile?.name ? `, ${profile.name}` : '';
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center overflow-y-auto px-6 pb-[6dvh] text-center">
      <span className="text-ink-2">
        <Circle size={72} stroke={1.2} />
      </span>
      <h2 className="mt-7 text-large font-strong">
        {partOfDay(new Date().getHours())}
        {name}
      </h2>
      <p className="mt-2 max-w-120 text-balance text-ink-2">
        {isPrivate
          ? 'Nothing of this talk is remembered or found again. It goes a day after its last word, or when you remove it.'
          : 'What you tell me I keep. You see it, and you can take it back.'}
      </p>
      {!isPrivate && <Starts />}
    </div>
  );
}
