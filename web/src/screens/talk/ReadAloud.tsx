/** Reads an answer aloud, and stops: by its button, when another is read, when somebody speaks, when it leaves the screen. */
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../parts/Button.tsx';
import { piecesOf, spokenText } from './spoken-text.ts';

function useVoice(markdown: string) {
  const [isReading, setReading] = useState(false);
  const wasReading = useRef(false);
  wasReading.current = isReading;
  useEffect(
    () => () => {
      if (wasReading.current) speechSynthesis.cancel();
    },
    [],
  );
  const read = () => {
    speechSynthesis.cancel();
    const pieces = piecesOf(spokenText(markdown)).map((piece) => new SpeechSynthesisUtterance(piece));
    const over = () => setReading(false);
    for (const piece of pieces) piece.onerror = over;
    const last = pieces.at(-1);
    if (!last) return;
    last.onend = over;
    setReading(true);
    for (const piece of pieces) speechSynthesis.speak(piece);
  };
  const stop = () => {
    speechSynthesis.cancel();
    setReading(false);
  };
  return { isReading, read, stop };
}

export function ReadAloud({ text }: { text: string }) {
  const { isReading, read, stop } = useVoice(text);
  return (
    <>
      <IconButton
        icon={isReading ? 'stop' : 'speak'}
        label={isReading ? 'Stop reading' : 'Read aloud'}
        size={15}
        onClick={() => {
          if (isReading) stop();
          else read();
        }}
      />
      <span role="status" className="sr-only">
        {isReading ? 'Reading aloud' : ''}
      </span>
    </>
  );
}
