/** The conversation's title in the header; a click changes it. */
import { useState } from 'react';
import type { Conversation } from '../../api/nima.ts';
import { sayDateTime } from '../../parts/say-time.ts';
import { TitleField } from '../../shell/TitleField.tsx';

export function ConversationTitle({ conversation }: { conversation: Conversation | undefined }) {
  const [isEditing, setEditing] = useState(false);
  if (!conversation) return <h1 className="font-strong">New conversation</h1>;
  if (isEditing) return <TitleField conversation={conversation} onDone={() => setEditing(false)} />;
  return (
    <>
      <h1 className="min-w-0 font-strong">
        <button
          type="button"
          title="Rename"
          onClick={() => setEditing(true)}
          className="relative block max-w-full truncate rounded-small text-left decoration-line underline-offset-4 hover:underline"
        >
          {conversation.title}
          <span className="sr-only">, rename</span>
        </button>
      </h1>
      <time dateTime={conversation.updated_at} className="hidden text-small whitespace-nowrap text-ink-3 tablet:inline">
        {sayDateTime(conversation.updated_at)}
      </time>
    </>
  );
}
