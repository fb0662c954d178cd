/** One of a few, all in sight: radio buttons in a row. */
import { joinClasses } from './join-classes.ts';

export interface Segment<T extends string> {
  readonly value: T;
  readonly name: string;
}

interface SegmentsProps<T extends string> {
  /** What is chosen, for screen readers; also keeps two groups of one page apart. */
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

export function Segments<T extends string>({ label, segments, value, onChange, isDisabled }: SegmentsProps<T>) {
  return (
    <fieldset
      aria-label={label}
      disabled={isDisabled}
      className="flex w-fit max-w-full flex-wrap gap-1 rounded-medium bg-sunken p-1"
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={joinClasses(
            'flex min-h-8 cursor-pointer items-center rounded-small px-3 text-small pointer-coarse:min-h-9',
            'has-focus-visible:outline-2 has-focus-visible:outline-moss',
            segment.value === value ? 'bg-raised font-strong text-ink ring-1 ring-line' : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={label}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="sr-only"
          />
          {segment.name}
        </label>
      ))}
    </fieldset>
  );
}
