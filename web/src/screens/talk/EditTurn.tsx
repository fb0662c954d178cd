/** A turn while it is said differently. What was said first stays as its own version. */
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { MESSAGE_CHARS_MAX, MessageLength } from './MessageLength.tsx';
import type { ShownTurn } from './shown-turns.ts';
import { useTalkDoors } from './talk-context.ts';

/** What is being written instead; kept in this tab until Nima has begun to answer it. */
function useRewording(turn: ShownTurn) {
  const { edit, setEditing } = useTalkDoors();
  const key = `nima.edit.${turn.id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? turn.content);
  const said = text.trim();
  const isSendable = said !== '' && said.length <= MESSAGE_CHARS_MAX;
  const send = async () => {
    if (!isSendable) return;
    if (said === turn.content) return leave();
    sessionStorage.setItem(key, said);
    setEditing(null);
    if (await edit(turn, said)) sessionStorage.removeItem(key);
    else setEditing(turn.id);
  };
  const leave = () => {
    sessionStorage.removeItem(key);
    setEditing(null);
  };
  return { text, setText, isSendable, send, leave };
}

export function EditTurn({ turn }: { turn: ShownTurn }) {
  const { text, setText, isSendable, send, leave } = useRewording(turn);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else return;
    event.preventDefault();
  };
  return (
    <article
      id={turn.id}
      aria-label="Say it differently"
      className="flex flex-col gap-2 self-end"
      style={{ width: '85%' }}
    >
      <textarea
        aria-label="Your message"
        // biome-ignore lint/a11y/noAutofocus: the person just asked to write here.
        autoFocus
        rows={Math.min(12, text.split('\n').length + 1)}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onKeyDown={onKeyDown}
        className="field resize-y rounded-large px-4 py-2.5"
      />
      {(turn.metadata.attachments ?? []).length > 0 && (
        <p className="text-small text-ink-3">Its files stay with the first wording; send anew what is needed.</p>
      )}
      <div className="flex items-center justify-end gap-2">
        <MessageLength length={text.length} />
        <Button onClick={leave}>Leave as it was</Button>
        <Button look="go" disabled={!isSendable} onClick={send}>
          Ask this instead
        </Button>
      </div>
    </article>
  );
}
