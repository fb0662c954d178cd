/** Buttons: `go` for the one thing to do, `plain` for the rest, `destroy` for what removes, `quiet` inside text and rows. */
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { joinClasses } from './join-classes.ts';

const LOOKS = {
  go: 'border-moss bg-moss text-paper hover:opacity-90',
  plain: 'border-line bg-raised text-ink hover:border-edge',
  destroy: 'border-clay bg-clay text-paper hover:opacity-90',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
  icon?: IconName;
}

export function Button({ look = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(
        'inline-flex min-h-9 items-center justify-center gap-2 rounded-small border px-3.5 text-small font-strong whitespace-nowrap transition-colors duration-100 disabled:cursor-default disabled:border-line disabled:bg-sunken disabled:text-ink-3',
        LOOKS[look],
        className,
      )}
    >
      {icon && <Icon name={icon} size={16} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  icon: IconName;
  /** What it does, for screen readers and as a hint. */
  label: string;
  size?: number;
}

export function IconButton({ icon, label, size = 18, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={joinClasses(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-small text-ink-3 transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:cursor-default disabled:opacity-40 pointer-coarse:size-10',
        className,
      )}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
