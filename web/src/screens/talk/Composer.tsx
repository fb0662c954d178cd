/** Where a message is written: grows with its words, keeps them over a reload, and says when it grows too long. */
import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useIsTouched } from '../../parts/use-media.ts';
import { CommandMenu, commandId } from './CommandMenu.tsx';
import { MESSAGE_CHARS_MAX, MessageLength } from './MessageLength.tsx';
import { Problem } from './Problem.tsx';
import { SendButton } from './SendButton.tsx';
import { useTalkDoors } from './talk-context.ts';
import { useCommands } from './use-commands.ts';
import { useDraft } from './use-draft.ts';

const HEIGHT_MAX = 260;
const FORM =
  'mx-auto w-full max-w-[calc(680px+48px)] px-3 pb-[calc(12px+env(safe-area-inset-bottom))] tablet:px-6 tablet:pb-5';
const FRAME =
  'relative flex items-end gap-2 rounded-large border border-edge/60 bg-raised py-1.5 pr-1.5 pl-4 transition-colors duration-100 focus-within:border-moss';
const HINT = 'self-center pr-1 font-sans text-small whitespace-nowrap text-ink-3';

function useComposer(conversationId: string | undefined) {
  const talk = useTalkDoors();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isSending, setSending] = useState(false);
  const focus = () => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  };
  const { text, write } = useDraft(conversationId, isSending, () => requestAnimationFrame(focus));
  const isSendable = text.trim() !== '' && text.length <= MESSAGE_CHARS_MAX && !talk.isGenerating && !isSending;
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isSendable) return;
    const said = text.trim();
    setSending(true);
    write('');
    const isBegun = await talk.say(said);
    setSending(false);
    if (!isBegun) write(said);
  };
  return { talk, field, focus, text, write, send, isSendable };
}

/** The field is as tall as its words, to a point. */
function useHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words.
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = '0';
    current.style.height = `${Math.min(current.scrollHeight, HEIGHT_MAX)}px`;
  }, [text, field]);
}

export function Composer({ conversationId }: { conversationId: string | undefined }) {
  const { talk, field, focus, text, write, send, isSendable } = useComposer(conversationId);
  const { commands, current, choose, reset, onKey } = useCommands(text, write, focus);
  const isTouched = useIsTouched();
  useHeight(field, text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation, another message; on a phone the keyboard would jump up.
  useEffect(() => {
    if (!isTouched) focus();
  }, [conversationId]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (!onKey(event)) {
      if (event.key === 'ArrowUp' && text === '') talk.editLast();
      else if (event.key === 'Enter' && !event.shiftKey && !isTouched) send();
      else return;
    }
    event.preventDefault();
  };
  const menu = commands.length > 0 && { 'aria-controls': 'commands', 'aria-activedescendant': commandId(current) };
  return (
    <form onSubmit={send} className={FORM}>
      <Problem />
      <div className={FRAME}>
        {menu && <CommandMenu commands={commands} current={current} onChoose={choose} />}
        <textarea
          ref={field}
          rows={1}
          aria-label="Message"
          aria-autocomplete="list"
          {...menu}
          placeholder={isTouched ? 'Ask or tell' : 'Ask, tell, or type / for commands'}
          enterKeyHint={isTouched ? 'enter' : 'send'}
          value={text}
          onChange={({ target }) => {
            write(target.value);
            reset();
          }}
          onKeyDown={onKeyDown}
          className="my-1.5 min-h-6 flex-1 resize-none bg-transparent leading-6 outline-none"
        />
        <MessageLength length={text.length} />
        {!isTouched && text === '' && !talk.isGenerating && <kbd className={HINT}>Ctrl K</kbd>}
        <SendButton isSendable={isSendable} />
      </div>
    </form>
  );
}
