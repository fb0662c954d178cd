/** A conversation's title while it is being changed. Enter keeps it, Escape leaves it as it was. */
import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../api/nima.ts';
import { useNima } from './nima-context.ts';

const TITLE_CHARS_MAX = 120;

interface TitleFieldProps {
  conversation: Pick<Conversation, 'id' | 'title'>;
  onDone: () => void;
}

export function TitleField({ conversation: { id, title }, onDone }: TitleFieldProps) {
  const { api, conversationChanged, toasts } = useNima();
  const [words, setWords] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The menu that opened this field gives the focus back to its button first.
    const timer = setTimeout(() => field.current?.select());
    return () => clearTimeout(timer);
  }, []);
  const isDone = useRef(false);
  const finish = (next: string) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone();
    if (!next || next === title) return;
    api.conversations.update({ id, title: next }).then(
      () => conversationChanged(id),
      (error: Error) => toasts.say(`Not renamed. ${error.message}`),
    );
  };
  return (
    <input
      ref={field}
      aria-label="Title of the conversation"
      value={words}
      maxLength={TITLE_CHARS_MAX}
      onChange={({ target }) => setWords(target.value)}
      onBlur={() => finish(words.trim())}
      onKeyDown={({ key }) => {
        if (key === 'Enter') finish(words.trim());
        if (key === 'Escape') finish(title);
      }}
      className="field py-1 text-small"
    />
  );
}
