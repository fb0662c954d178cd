/** Where a message is written: grows with its words, keeps them over a reload, takes files, and listens. */
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect } from 'react';
import { joinClasses } from '../../parts/join-classes.ts';
import { useIsTouched } from '../../parts/use-media.ts';
import { AddFileButton } from './AddFileButton.tsx';
import { ComposerFoot } from './ComposerFoot.tsx';
import { DraftFileList } from './DraftFileList.tsx';
import { MessageLength } from './MessageLength.tsx';
import { Problem } from './Problem.tsx';
import { SendButton } from './SendButton.tsx';
import { SuggestionMenu, suggestionId } from './SuggestionMenu.tsx';
import { Hearing, TalkButton } from './TalkButton.tsx';
import { useComposer } from './use-composer.ts';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useSuggestions } from './use-suggestions.ts';

const HEIGHT_MAX = 260;
const FORM =
  'mx-auto w-full max-w-[calc(680px+48px)] px-3 pb-[calc(8px+env(safe-area-inset-bottom))] tablet:px-6 tablet:pb-3';
const FRAME =
  'relative rounded-large border bg-raised py-1.5 pr-1.5 pl-1.5 transition-colors duration-100 focus-within:border-moss';
const HINT = 'self-center pr-1 font-sans text-small whitespace-nowrap text-ink-3';

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

type Composing = ReturnType<typeof useComposer>;

/** The keys and pastes of the field, and what it says is open above it. */
function useField({ talk, field, focus, text, write, files, send }: Composing) {
  const menu = useSuggestions(text, write, focus);
  const isTouched = useIsTouched();
  useHeight(field, text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (!menu.onKey(event)) {
      if (event.key === 'ArrowUp' && text === '') talk.editLast();
      else if (event.key === 'Enter' && !event.shiftKey && !isTouched) send();
      else return;
    }
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    files.add(pasted);
  };
  return { menu, isTouched, onKeyDown, onPaste };
}

function MessageField({ composing }: { composing: Composing }) {
  const { field, text, write, files } = composing;
  const { menu, isTouched, onKeyDown, onPaste } = useField(composing);
  const isOpen = menu.suggestions.length > 0;
  const hint = isTouched ? 'Ask or tell' : 'Ask, tell, or type / for commands';
  return (
    <>
      {isOpen && <SuggestionMenu suggestions={menu.suggestions} current={menu.current} onChoose={menu.choose} />}
      <textarea
        ref={field}
        rows={1}
        aria-label="Message"
        aria-autocomplete="list"
        {...(isOpen && { 'aria-controls': 'suggestions', 'aria-activedescendant': suggestionId(menu.current) })}
        placeholder={files.attached.length > 0 ? 'Say what to do with it' : hint}
        enterKeyHint={isTouched ? 'enter' : 'send'}
        value={text}
        onChange={({ target }) => {
          write(target.value);
          menu.reset();
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className="my-1.5 min-h-6 min-w-0 flex-1 resize-none bg-transparent leading-6 outline-none"
      />
    </>
  );
}

export function Composer({ conversationId }: { conversationId: string | undefined }) {
  const composing = useComposer(conversationId);
  const { talk, focus, text, files, dictation, send, isSendable, isSending } = composing;
  const isTouched = useIsTouched();
  const isOver = useDroppedFiles(files.add);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation, another message; on a phone the keyboard would jump up.
  useEffect(() => {
    if (!isTouched) focus();
  }, [conversationId]);
  return (
    <form onSubmit={send} className={FORM}>
      <Problem />
      <div className={joinClasses(FRAME, isOver ? 'border-sky bg-sky-soft' : 'border-edge/60')}>
        {!isSending && <DraftFileList files={files.files} onRemove={files.remove} />}
        <Hearing dictation={dictation} />
        <div className="flex items-end gap-1.5">
          <AddFileButton onAdd={files.add} />
          <MessageField composing={composing} />
          <MessageLength length={text.length} />
          {!isTouched && text === '' && !talk.isGenerating && <kbd className={HINT}>Ctrl K</kbd>}
          {dictation.hearing && <TalkButton dictation={dictation} />}
          <SendButton isSendable={isSendable} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {isOver ? 'Drop to add the files to the message' : ''}
      </p>
      <ComposerFoot conversationId={conversationId} />
    </form>
  );
}
