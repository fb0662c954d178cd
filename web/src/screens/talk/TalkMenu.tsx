/** What can be done with a conversation as a whole: its summaries, its standing instructions, taking it along. */
import { lazy, Suspense, useState } from 'react';
import type { Conversation } from '../../api/nima.ts';
import { IconButton } from '../../parts/Button.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useFrame } from '../../shell/frame-context.ts';
import { useNima } from '../../shell/nima-context.ts';

const Summaries = lazy(() => import('./Summaries.tsx').then(({ Summaries: component }) => ({ default: component })));

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'conversation';

function useExport({ id, title }: Conversation) {
  const { api, toasts } = useNima();
  return async (format: 'markdown' | 'json') => {
    try {
      const { conversations, markdown } = await api.conversations.export({ conversation_id: id, format });
      if (format === 'markdown') saveFile(`${fileName(title)}.md`, markdown ?? '', 'text/markdown');
      else saveFile(`${fileName(title)}.json`, JSON.stringify(conversations[0], null, 2), 'application/json');
    } catch (error) {
      toasts.say(`Not exported. ${(error as Error).message}`);
    }
  };
}

export function TalkMenu({ conversation }: { conversation: Conversation }) {
  const { openSheet } = useFrame();
  const [isOpen, setOpen] = useState(false);
  const save = useExport(conversation);
  return (
    <>
      <Menu trigger={<IconButton icon="more" label="More of this conversation" />}>
        <MenuItem icon="history" onSelect={() => setOpen(true)}>
          Summaries
        </MenuItem>
        <MenuItem icon="edit" onSelect={() => openSheet('instructions')}>
          Standing instructions
        </MenuItem>
        <hr className="my-1 border-line" />
        <MenuItem icon="download" onSelect={() => save('markdown')}>
          Export as Markdown
        </MenuItem>
        <MenuItem icon="download" onSelect={() => save('json')}>
          Export as JSON
        </MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {isOpen && <Summaries conversationId={conversation.id} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
