/** Hold to talk: the button, the key that does the same, and what is being heard. A short press keeps listening until the next. */
import { useEffect, useRef } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import type { Dictation } from './use-dictation.ts';

/** Shorter than this is a press, not a hold. */
const HOLD_MS = 350;

/** Alt V held anywhere on the page. */
function useTalkKey({ start, stop }: Dictation): void {
  const latest = useRef({ start, stop });
  latest.current = { start, stop };
  useEffect(() => {
    let isHeld = false;
    const onDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyV') return;
      event.preventDefault();
      if (!event.repeat) latest.current.start();
      isHeld = true;
    };
    const onUp = ({ code, key }: KeyboardEvent) => {
      if (!isHeld || (code !== 'KeyV' && key !== 'Alt')) return;
      isHeld = false;
      latest.current.stop();
    };
    addEventListener('keydown', onDown);
    addEventListener('keyup', onUp);
    return () => {
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', onUp);
    };
  }, []);
}

export function TalkButton({ dictation }: { dictation: Dictation }) {
  const { state, hearing, start, stop } = dictation;
  const begunAt = useRef(0);
  useTalkKey(dictation);
  const isListening = state === 'listening';
  const toggle = () => (isListening ? stop() : start());
  const label = isListening ? 'Stop listening' : 'Hold to talk';
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isListening}
      title={hearing === 'browser' ? `${label} (Alt V). The browser writes it down.` : `${label} (Alt V)`}
      disabled={state === 'writing'}
      onPointerDown={(event) => {
        begunAt.current = event.timeStamp;
        toggle();
      }}
      onPointerUp={(event) => {
        if (event.timeStamp - begunAt.current > HOLD_MS) stop();
      }}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      // From the keyboard and by screen readers: press to begin, press to end.
      onClick={({ detail }) => detail === 0 && toggle()}
      className={joinClasses(
        'mb-0.5 inline-flex size-8 shrink-0 touch-none items-center justify-center rounded-small select-none pointer-coarse:mb-0 pointer-coarse:size-10',
        isListening ? 'bg-sky-soft text-sky ring-1 ring-sky' : 'text-ink-3 hover:bg-sunken hover:text-ink',
      )}
    >
      <Icon name="mic" />
    </button>
  );
}

/** What is heard, in words for the eye and for screen readers. */
export function Hearing({ dictation: { state, open, problem, hearing } }: { dictation: Dictation }) {
  const place = hearing === 'browser' ? 'Listening by this browser, which may ask its maker.' : 'Listening.';
  return (
    <div className="px-2">
      <p role="status" className="text-small text-sky not-empty:pb-1.5">
        {state === 'listening' && (open || place)}
        {state === 'writing' && 'Writing down what you said.'}
      </p>
      <p role="alert" className="text-small text-clay not-empty:pb-1.5">
        {state === 'resting' && problem}
      </p>
    </div>
  );
}
