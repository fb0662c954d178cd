/** Text that arrives in bursts, shown as it would be written: a few letters each frame, never far behind. */
import { useEffect, useState } from 'react';

/** What is shown grows by this part of what is missing, so that it catches up within a few frames. */
const CATCH_UP = 6;

const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** `isLive` ends with the answer; from then on the whole text is shown. What was there at first is shown at once. */
export function useSmoothText(text: string, isLive: boolean): string {
  const [length, setLength] = useState(text.length);
  const isBehind = isLive && length < text.length;
  useEffect(() => {
    if (!isBehind) return;
    if (document.hidden || isMotionReduced()) return setLength(text.length);
    const frame = requestAnimationFrame(() => {
      setLength(Math.min(text.length, length + Math.max(2, Math.ceil((text.length - length) / CATCH_UP))));
    });
    return () => cancelAnimationFrame(frame);
  }, [isBehind, length, text.length]);
  return isLive ? text.slice(0, length) : text;
}
