/** Keeps a scrolled region at its end while it grows, until a person scrolls away from it. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** Nearer than this counts as the end. */
const NEAR = 48;

export function useStickToEnd(conversationId: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    const { current } = scroller;
    isStuck.current = true;
    setAtEnd(true);
    if (current) current.scrollTop = current.scrollHeight;
  }, []);
  useEffect(() => {
    const { current } = scroller;
    const content = current?.firstElementChild;
    if (!current || !content) return;
    const onScroll = () => {
      isStuck.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR;
      setAtEnd(isStuck.current);
    };
    const onGrow = new ResizeObserver(() => {
      if (isStuck.current) current.scrollTop = current.scrollHeight;
    });
    onGrow.observe(content);
    onGrow.observe(current);
    current.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      onGrow.disconnect();
      current.removeEventListener('scroll', onScroll);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation is opened at its end, unless a turn is named.
  useEffect(() => {
    if (location.hash) isStuck.current = false;
    else toEnd();
  }, [conversationId, toEnd]);
  return { scroller, isAtEnd, toEnd };
}
