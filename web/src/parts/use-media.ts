/** Whether the window fits a media query, kept up to date. */
import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** Room for the rail beside the talk. */
export const useHasRail = (): boolean => useMedia('(min-width: 820px)');
/** A finger, not a pointer: no key to send with beside the screen's own. */
export const useIsTouched = (): boolean => useMedia('(pointer: coarse)');
/** Room for the evidence beside both. */
export const useHasPanel = (): boolean => useMedia('(min-width: 1180px)');
