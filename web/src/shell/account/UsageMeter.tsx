/** The tokens that answers took: today, the last 30 days as a small chart, and by model. */
import { useQuery } from '@tanstack/react-query';
import type { Usage } from '../../api/nima.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../nima-context.ts';
import { keys } from '../query-keys.ts';
import { type DayBar, daysBefore, tokensOf, tokenWords } from './usage-days.ts';

const DAYS = 30;
const WIDTH = 360;
const HEIGHT = 72;
const GAP = 3;

function DayChart({ bars }: { bars: readonly DayBar[] }) {
  const most = Math.max(1, ...bars.map(({ tokens }) => tokens));
  const step = WIDTH / bars.length;
  const busiest = bars.find(({ tokens }) => tokens === most);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Tokens by day, 30 days; the most on ${busiest?.name ?? 'no day'}: ${tokenWords(most)}`}
        className="w-full"
      >
        {bars.map(({ day, name, tokens }, index) => {
          const height = tokens === 0 ? 1 : Math.max(2, (tokens / most) * HEIGHT);
          return (
            <rect
              key={day}
              x={index * step}
              y={HEIGHT - height}
              width={step - GAP}
              height={height}
              rx={1.5}
              className={tokens === 0 ? 'fill-line' : 'fill-moss'}
            >
              <title>{`${name}: ${tokenWords(tokens)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="mt-1 flex justify-between text-ink-3">
        <span>{bars[0]?.name}</span>
        <span>today</span>
      </figcaption>
    </figure>
  );
}

function Sum({ name, sum }: { name: string; sum: Usage['today'] }) {
  return (
    <div>
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-large font-strong tabular-nums">{tokenWords(tokensOf(sum))}</dd>
      <dd className="text-ink-3">{sum.answers === 1 ? '1 answer' : `${sum.answers.toLocaleString('en')} answers`}</dd>
    </div>
  );
}

function Models({ models }: { models: Usage['by_model'] }) {
  return (
    <table className="w-full">
      <caption className="pb-1.5 text-left font-strong">By model, 30 days</caption>
      <thead className="text-left text-ink-3">
        <tr>
          <th scope="col" className="font-normal">
            Model
          </th>
          <th scope="col" className="pl-3 text-right font-normal">
            Sent
          </th>
          <th scope="col" className="pl-3 text-right font-normal">
            Answered
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map(({ model, input_tokens, output_tokens }) => (
          <tr key={model} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-normal wrap-anywhere">
              {model}
            </th>
            <td className="py-1.5 pl-3 text-right tabular-nums">{tokenWords(input_tokens)}</td>
            <td className="py-1.5 pl-3 text-right tabular-nums">{tokenWords(output_tokens)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function UsageMeter() {
  const { api } = useNima();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { data, error, refetch } = useQuery({
    queryKey: keys.usage,
    queryFn: () => api.chat.usage({ days: DAYS, time_zone: timeZone }),
    staleTime: 0,
  });
  if (error && !data) return <Failed text="The usage did not come." error={error} onRetry={() => refetch()} />;
  if (!data) return <Waiting text="Adding up" />;
  return (
    <div className="flex flex-col gap-6 text-small">
      <p className="text-ink-2">Tokens sent to models and answered by them. A token is about four characters.</p>
      <dl className="grid grid-cols-2 gap-4">
        <Sum name="Today" sum={data.today} />
        <Sum name="30 days" sum={data.total} />
      </dl>
      <DayChart bars={daysBefore(Date.now(), DAYS, data.by_day)} />
      {data.by_model.length > 0 ? (
        <Models models={data.by_model} />
      ) : (
        <p className="text-ink-2">Nothing was answered in the last 30 days.</p>
      )}
    </div>
  );
}
