/** A small label in one of the four colours: moss remembered, sky read, amber changes outside, clay removes. */
import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';

const TONES = {
  moss: 'bg-moss-soft text-moss',
  sky: 'bg-sky-soft text-sky',
  amber: 'bg-amber-soft text-amber',
  clay: 'bg-clay-soft text-clay',
  plain: 'bg-sunken text-ink-2',
} as const;
export type Tone = keyof typeof TONES;

const SHAPE = 'inline-flex max-w-full items-center gap-1.5 rounded-[99px] px-2.5 py-0.5 text-small';

export function Chip({ tone = 'plain', className, ...rest }: ComponentProps<'span'> & { tone?: Tone }) {
  return <span {...rest} className={joinClasses(SHAPE, TONES[tone], className)} />;
}

export function ChipButton({ tone = 'plain', className, ...rest }: ComponentProps<'button'> & { tone?: Tone }) {
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(
        SHAPE,
        TONES[tone],
        'hover:underline underline-offset-2 pointer-coarse:min-h-8',
        className,
      )}
    />
  );
}

/** A square label for what a thing does, as on a tool call. */
export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={joinClasses('rounded-[6px] px-2 py-px text-small font-strong whitespace-nowrap', TONES[tone])}>
      {children}
    </span>
  );
}
