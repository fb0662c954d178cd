/** Shows the newest toast at the foot of the page, long enough to take it back, longer while it is looked at. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { IconButton } from './Button.tsx';
import type { Toasts } from './toasts.ts';

const SHOWN_MS = 8000;

export function ToastBar({ toasts }: { toasts: Toasts }) {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current);
  const [isHeld, setHeld] = useState(false);
  const id = toast?.id;
  useEffect(() => {
    if (id === undefined || isHeld) return;
    const timer = setTimeout(toasts.clear, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld, toasts]);
  return (
    <div
      role="status"
      // Said as well, so that a pane open over the page does not hide it, and its Undo, from screen readers.
      aria-live="polite"
      data-toasts
      className="pointer-events-none fixed inset-x-0 bottom-[calc(104px+env(safe-area-inset-bottom))] z-60 flex justify-center px-4"
    >
      {toast && (
        // biome-ignore lint/a11y/noStaticElementInteractions: resting on the words only keeps them; the buttons act.
        <div
          key={toast.id}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          className="rises pointer-events-auto flex max-w-[min(480px,100%)] items-center gap-2 rounded-medium bg-ink py-1.5 pr-1.5 pl-4 text-small text-paper shadow-raised"
        >
          <span className="min-w-0 truncate py-1">{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              className="rounded-small px-2.5 py-1 font-strong underline underline-offset-4"
              onClick={() => {
                toast.undo?.();
                toasts.clear();
              }}
            >
              Undo
            </button>
          )}
          <IconButton icon="close" label="Dismiss" size={15} onClick={toasts.clear} className="text-paper" />
        </div>
      )}
    </div>
  );
}
