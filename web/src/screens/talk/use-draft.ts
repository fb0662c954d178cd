/** What is being written, kept in this tab until it is sent; a reload loses nothing. */
import { useCallback, useEffect, useRef, useState } from 'react';

const keyOf = (conversationId: string | undefined): string => `nima.draft.${conversationId ?? 'new'}`;
const WRITTEN = 'nima-draft';

function keep(conversationId: string | undefined, text: string): void {
  if (text) sessionStorage.setItem(keyOf(conversationId), text);
  else sessionStorage.removeItem(keyOf(conversationId));
}

/** Puts words into the composer from elsewhere on the page. */
export function writeDraft(conversationId: string | undefined, text: string): void {
  keep(conversationId, text);
  dispatchEvent(new Event(WRITTEN));
}

/**
 * The draft of a conversation. `isCarried` tells that a conversation just got its id: what was typed meanwhile goes
 * along instead of being left behind.
 */
export function useDraft(conversationId: string | undefined, isCarried: boolean, onWritten: () => void) {
  const read = useCallback(() => sessionStorage.getItem(keyOf(conversationId)) ?? '', [conversationId]);
  const [text, setText] = useState(read);
  const latest = useRef({ isCarried, onWritten, text });
  latest.current = { isCarried, onWritten, text };
  const shownFor = useRef(conversationId);
  const write = useCallback(
    (next: string) => {
      setText(next);
      keep(conversationId, next);
    },
    [conversationId],
  );
  useEffect(() => {
    if (shownFor.current !== conversationId) {
      if (latest.current.isCarried && shownFor.current === undefined) {
        keep(undefined, '');
        keep(conversationId, latest.current.text);
      } else {
        setText(read());
      }
      shownFor.current = conversationId;
    }
    const onEvent = () => {
      setText(read());
      latest.current.onWritten();
    };
    addEventListener(WRITTEN, onEvent);
    return () => removeEventListener(WRITTEN, onEvent);
  }, [conversationId, read]);
  return { text, write };
}
