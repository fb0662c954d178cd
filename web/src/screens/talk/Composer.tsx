/** Where a message is written: grows with its words, keeps them over a reload, and says when it grows too long. */
import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useIsTouched } from '../../parts/use-media.ts';
import { useFrame } from '../../shell/frame-context.ts';
import { CommandMenu, commandId } from './CommandMenu.tsx';
import { type Command, type CommandName, commandsFor } from './commands.ts';
import { MESSAGE_CHARS_MAX, MessageLength } from './MessageLength.tsx';
import { useTalkDoors } from './talk-context.ts';
import { useDraft } from './use-draft.ts';

const HEIGHT_MAX = 260;

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
  const send = async () => {
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
function useHeight(field: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
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
  const [chosen, setChosen] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const isTouched = useIsTouched();
  const navigate = useNavigate();
  const { openHelp } = useFrame();
  const commands = isDismissed ? [] : commandsFor(text);
  const current = Math.min(chosen, Math.max(0, commands.length - 1));
  useHeight(field, text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation, another message; on a phone the keyboard would jump up.
  useEffect(() => {
    if (!isTouched) focus();
  }, [conversationId]);
  const choose = (command: Command & { name: CommandName }) => {
    write(command.writes ?? '');
    if (command.name === '/new') navigate('/talk');
    if (command.name === '/help') openHelp();
    requestAnimationFrame(focus);
  };
  const onCommandKey = (event: KeyboardEvent): boolean => {
    const command = commands[current];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!command) return false;
    if (step) setChosen((current + step + commands.length) % commands.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(command);
    else if (event.key === 'Escape') setDismissed(true);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isHandled = onCommandKey(event);
    if (!isHandled) {
      if (event.key === 'ArrowUp' && text === '') talk.editLast();
      else if (event.key === 'Enter' && !event.shiftKey && !isTouched) send();
      else return;
    }
    event.preventDefault();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form
      onSubmit={onSubmit}
      className="mx-auto w-full max-w-[calc(680px+48px)] px-3 pb-[calc(12px+env(safe-area-inset-bottom))] tablet:px-6 tablet:pb-5"
    >
      {talk.problem && (
        <div className="mb-2">
          <Notice
            action={
              <button type="button" className="font-strong underline underline-offset-4" onClick={talk.clearProblem}>
                Dismiss
              </button>
            }
          >
            {talk.problem}
          </Notice>
        </div>
      )}
      <div className="relative flex items-end gap-2 rounded-large border border-edge/60 bg-raised py-1.5 pr-1.5 pl-4 transition-colors duration-100 focus-within:border-moss">
        {commands.length > 0 && <CommandMenu commands={commands} current={current} onChoose={choose} />}
        <textarea
          ref={field}
          rows={1}
          aria-label="Message"
          aria-autocomplete="list"
          {...(commands.length > 0 ? { 'aria-controls': 'commands', 'aria-activedescendant': commandId(current) } : {})}
          placeholder={isTouched ? 'Ask or tell' : 'Ask, tell, or type / for commands'}
          enterKeyHint={isTouched ? 'enter' : 'send'}
          value={text}
          onChange={({ target }) => {
            write(target.value);
            setDismissed(false);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          className="my-1.5 min-h-6 flex-1 resize-none bg-transparent leading-6 outline-none"
        />
        <MessageLength length={text.length} />
        {!isTouched && text === '' && !talk.isGenerating && (
          <kbd className="self-center pr-1 font-sans text-small whitespace-nowrap text-ink-3">Ctrl K</kbd>
        )}
        {talk.isGenerating ? (
          <button
            type="button"
            onClick={talk.stop}
            className="flex h-9 shrink-0 items-center gap-1 rounded-medium border border-line bg-paper pr-3 pl-2 text-small font-strong hover:border-edge"
          >
            <Icon name="stop" />
            Stop
          </button>
        ) : (
          <button
            type="submit"
            aria-label="Send"
            title="Send"
            disabled={!isSendable}
            className="flex size-9 shrink-0 items-center justify-center rounded-medium bg-moss text-paper transition-colors duration-100 disabled:cursor-default disabled:bg-sunken disabled:text-ink-3 pointer-coarse:size-10"
          >
            <Icon name="send" />
          </button>
        )}
      </div>
    </form>
  );
}
