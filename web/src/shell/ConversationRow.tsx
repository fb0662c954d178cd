/** One conversation of the rail: opens it, renames it in place, removes it after asking. */
import { useState } from 'react';
import { NavLink, useMatch, useNavigate } from 'react-router';
import type { Conversation } from '../api/nima.ts';
import { IconButton } from '../parts/Button.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { joinClasses } from '../parts/join-classes.ts';
import { Menu, MenuItem } from '../parts/Menu.tsx';
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';
import { TitleField } from './TitleField.tsx';

function useRemove({ id, title }: Conversation) {
  const { api, queries, toasts } = useNima();
  const isShown = useMatch('/talk/:id')?.params.id === id;
  const navigate = useNavigate();
  return async () => {
    try {
      await api.conversations.remove({ id });
      if (isShown) navigate('/talk');
      queries.removeQueries({ queryKey: keys.conversation(id) });
      await queries.invalidateQueries({ queryKey: keys.conversations });
      toasts.say(`Removed: ${title}`);
    } catch (error) {
      toasts.say(`Not removed. ${(error as Error).message}`);
    }
  };
}

export function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { id, title } = conversation;
  const [state, setState] = useState<'shown' | 'renaming' | 'removing'>('shown');
  const remove = useRemove(conversation);
  if (state === 'renaming') {
    return (
      <li className="py-0.5">
        <TitleField conversation={conversation} onDone={() => setState('shown')} />
      </li>
    );
  }
  return (
    <li className="asks-for-actions relative">
      <NavLink
        to={`/talk/${id}`}
        className={({ isActive }) =>
          joinClasses(
            'block min-h-8 truncate rounded-small py-1.5 pr-9 pl-2.5 text-small',
            isActive ? 'bg-raised text-ink ring-1 ring-line' : 'text-ink-2 hover:bg-raised/60 hover:text-ink',
          )
        }
      >
        {title}
      </NavLink>
      <span className="on-demand absolute inset-y-0 right-0.5 flex items-center">
        <Menu trigger={<IconButton icon="more" label={`Rename or remove: ${title}`} size={16} />}>
          <MenuItem icon="edit" onSelect={() => setState('renaming')}>
            Rename
          </MenuItem>
          <MenuItem icon="remove" isDestroying onSelect={() => setState('removing')}>
            Remove
          </MenuItem>
        </Menu>
      </span>
      <Confirm
        isOpen={state === 'removing'}
        title={`Remove "${title}"?`}
        description="Every turn of it is removed for good. What Nima learned from it stays in Memory, where you can forget it."
        act="Remove conversation"
        onClose={() => setState('shown')}
        onConfirm={() => {
          setState('shown');
          remove();
        }}
      />
    </li>
  );
}
