/** The field a list is searched with. */
import { Icon } from './Icon.tsx';
import { joinClasses } from './join-classes.ts';

const QUERY_CHARS_MAX = 500;

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  return (
    <label className={joinClasses('relative block min-w-0', className)}>
      <span className="sr-only">{label}</span>
      <span className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3">
        <Icon name="search" size={16} />
      </span>
      <input
        type="search"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        placeholder={label}
        maxLength={QUERY_CHARS_MAX}
        className="field min-h-11 pl-9"
      />
    </label>
  );
}
