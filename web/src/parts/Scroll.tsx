/** A region that scrolls inside the page: it has a name, and the keyboard reaches it. */
import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';

export function Scroll({ className, ...rest }: ComponentProps<'section'> & { 'aria-label': string }) {
  return (
    <section
      {...rest}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here, arrow keys could not scroll it.
      tabIndex={0}
      className={joinClasses('-outline-offset-2', className)}
    />
  );
}
