/** What the items of the evidence panel share: how they look, and coming into view when they are asked for. */
import { useEffect, useRef } from 'react';

export const ITEM = 'border-l-2 py-px pl-3 transition-colors duration-150';
export const LINK = 'underline decoration-line underline-offset-3 hover:decoration-current';

export function useMarked(isMarked: boolean) {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  return ref;
}
