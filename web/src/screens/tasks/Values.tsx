/** Names and values in mono, a line each; what is long or nested stands below its name. */
import { Mono } from '../../parts/Mono.tsx';

const LINE_CHARS_MAX = 160;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function isShort(value: unknown): boolean {
  const text = textOf(value);
  const isNested =
    typeof value === 'object' && value !== null && Object.values(value).some((part) => typeof part === 'object');
  return !isNested && text.length <= LINE_CHARS_MAX && !text.includes('\n');
}

interface ValuesProps {
  values: Readonly<Record<string, unknown>>;
  nothing: string;
}

export function Values({ values, nothing }: ValuesProps) {
  const entries = Object.entries(values);
  if (entries.length === 0) return <p className="text-small text-ink-3">{nothing}</p>;
  return (
    <dl className="flex flex-col gap-1.5 font-mono text-small">
      {entries.map(([name, value]) =>
        isShort(value) ? (
          <div key={name} className="flex flex-wrap gap-x-5">
            <dt className="w-28 shrink-0 wrap-anywhere text-ink-3">{name}</dt>
            <dd className="min-w-0 flex-1 basis-40 wrap-anywhere text-ink-2">{textOf(value)}</dd>
          </div>
        ) : (
          <div key={name}>
            <dt className="mb-1 text-ink-3">{name}</dt>
            <dd>
              <Mono label={name} text={typeof value === 'string' ? value : JSON.stringify(value, null, 2)} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
