/** On or off, at once. The word beside it says which, so that colour is not all there is. */
import { joinClasses } from './join-classes.ts';

interface SwitchProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
}

export function Switch({ label, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      disabled={isDisabled}
      onClick={() => onChange(!isOn)}
      className="inline-flex min-h-9 shrink-0 items-center gap-2 rounded-small px-1 text-small text-ink-2 disabled:opacity-50"
    >
      <span aria-hidden="true">{isOn ? 'On' : 'Off'}</span>
      <span
        aria-hidden="true"
        className={joinClasses(
          'flex h-5 w-9 items-center rounded-[99px] border p-0.5 transition-colors duration-100',
          isOn ? 'justify-end border-moss bg-moss' : 'border-edge bg-sunken',
        )}
      >
        <span className={joinClasses('size-3.5 rounded-[99px]', isOn ? 'bg-paper' : 'bg-edge')} />
      </span>
    </button>
  );
}
