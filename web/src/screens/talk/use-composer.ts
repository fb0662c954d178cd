/** The message being written: its words and files, and sending both; what was refused comes back. */
import { type FormEvent, useRef, useState } from 'react';
import { MESSAGE_CHARS_MAX } from './MessageLength.tsx';
import { useTalkDoors } from './talk-context.ts';
import { useDictation } from './use-dictation.ts';
import { useDraft } from './use-draft.ts';
import { useDraftFiles } from './use-draft-files.ts';

export function useComposer(conversationId: string | undefined) {
  const talk = useTalkDoors();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isSending, setSending] = useState(false);
  const focus = () => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  };
  const { text, write } = useDraft(conversationId, isSending, () => requestAnimationFrame(focus));
  const files = useDraftFiles();
  const dictation = useDictation((heard) => {
    write(text.trim() ? `${text.trimEnd()} ${heard}` : heard);
    requestAnimationFrame(focus);
  });
  const isReady = !talk.isGenerating && !isSending && !files.isSending;
  const isSendable = text.trim() !== '' && text.length <= MESSAGE_CHARS_MAX && isReady;
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isSendable) return;
    const said = text.trim();
    setSending(true);
    write('');
    const isBegun = await talk.say({ text: said, attached: files.attached });
    setSending(false);
    if (isBegun) files.clear();
    else write(said);
  };
  return { talk, field, focus, text, write, files, dictation, send, isSendable, isSending };
}
