/** Before the first word: that Nima works, and for how long already. No motion; the seconds are the sign of life. */
import { useRef } from 'react';
import { Circle } from '../../parts/Circle.tsx';
import { useNow } from '../../parts/use-now.ts';

export function Thinking() {
  const now = useNow(true);
  const begun = useRef(now);
  const seconds = Math.floor((now - begun.current) / 1000);
  return (
    <p className="flex h-6 items-center gap-2.5 text-ink-3">
      <Circle size={16} stroke={2.4} />
      Thinking{seconds > 1 ? ` · ${seconds} s` : ''}
    </p>
  );
}
