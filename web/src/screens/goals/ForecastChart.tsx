/** Progress so far and where it is heading: the line of what was done, the band of the forecast, the deadline as a mark. */
import type { Forecast } from '../../api/nima.ts';
import { sayDate } from '../../parts/say-time.ts';
import { percent } from './goal-words.ts';

const WIDTH = 440;
const HEIGHT = 104;
const FOOT = 18;
const FLOOR = HEIGHT - FOOT;

interface ChartProps {
  forecast: Forecast;
  deadlineAt: string | null;
  now: number;
}

const time = (iso: string): number => Date.parse(iso);

/** From the first sign of progress to a little after the last date that matters. */
function spanOf({ forecast, deadlineAt, now }: ChartProps): { from: number; to: number } {
  const { history, expected_at, latest_at } = forecast;
  const dates = [deadlineAt, latest_at ?? expected_at].filter((date) => date !== null).map(time);
  const from = Math.min(now, ...history.map(({ at }) => time(at)));
  const to = Math.max(now, ...dates);
  return { from, to: to + (to - from || 86_400_000) * 0.06 };
}

function describe({ forecast, deadlineAt }: ChartProps): string {
  const { progress, expected_at, earliest_at, latest_at } = forecast;
  const likely = expected_at ? ` Likely reached ${sayDate(expected_at)}` : '';
  const band = earliest_at && latest_at ? `, between ${sayDate(earliest_at)} and ${sayDate(latest_at)}` : '';
  const due = deadlineAt ? ` Deadline ${sayDate(deadlineAt)}.` : '';
  return `Progress ${percent(progress)}.${likely}${band}${likely ? '.' : ''}${due}`;
}

export function ForecastChart(props: ChartProps) {
  const { forecast, deadlineAt, now } = props;
  const { from, to } = spanOf(props);
  const x = (at: number) => ((at - from) / (to - from)) * WIDTH;
  const y = (share: number) => FLOOR - share * (FLOOR - 6);
  const { history, progress, expected_at, earliest_at, latest_at } = forecast;
  const done = [
    ...history.map((point) => [x(time(point.at)), y(point.progress)] as const),
    [x(now), y(progress)] as const,
  ];
  const line = done.map(([px, py], index) => (index === 0 ? `M${px} ${py}` : `H${px}V${py}`)).join('');
  const ends = [earliest_at, latest_at].map((date) => (date ? Math.min(x(time(date)), WIDTH) : null));
  const [early, late] = ends;
  return (
    <svg
      role="img"
      aria-label={describe(props)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full max-w-120 text-ink-3"
    >
      <path d={`M0 ${FLOOR}H${WIDTH}`} stroke="currentColor" strokeWidth="1" />
      {early !== null && late !== null && early !== undefined && late !== undefined && (
        <path d={`M${x(now)} ${y(progress)}L${early} ${y(1)}H${late}Z`} className="fill-sunken" />
      )}
      {expected_at && (
        <path
          d={`M${x(now)} ${y(progress)}L${x(time(expected_at))} ${y(1)}`}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="4 4"
          fill="none"
        />
      )}
      <path d={line} className="stroke-moss" strokeWidth="2.5" fill="none" strokeLinejoin="round" />
      <circle cx={x(now)} cy={y(progress)} r="4" className="fill-moss" />
      {deadlineAt && (
        <>
          <path d={`M${x(time(deadlineAt))} 2V${FLOOR}`} className="stroke-clay" strokeWidth="1.5" />
          <text
            x={Math.min(x(time(deadlineAt)), WIDTH - 4)}
            y={HEIGHT - 3}
            fontSize="12"
            textAnchor="end"
            className="fill-clay"
          >
            deadline
          </text>
        </>
      )}
      <text x="0" y={HEIGHT - 3} fontSize="12" fill="currentColor">
        {sayDate(new Date(from).toISOString())}
      </text>
    </svg>
  );
}
