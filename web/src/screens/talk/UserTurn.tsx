/** What the person said: plain text, word for word, to be said differently in place. */
import { IconButton } from '../../parts/Button.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { sayTime } from '../../parts/say-time.ts';
import { useCopy } from '../../parts/use-copy.ts';
import { AttachedFiles } from './AttachedFiles.tsx';
import { BranchSwitcher } from './BranchSwitcher.tsx';
import { EditTurn } from './EditTurn.tsx';
import type { ShownTurn } from './shown-turns.ts';
import { useTalkDoors } from './talk-context.ts';

export function UserTurn({ turn }: { turn: ShownTurn }) {
  const { editing, setEditing, isGenerating } = useTalkDoors();
  const { isCopied, copy } = useCopy();
  if (editing === turn.id) return <EditTurn turn={turn} />;
  return (
    <article
      id={turn.id}
      aria-label={`${turn.speaker || 'You'}, ${sayTime(turn.timestamp)}`}
      className="asks-for-actions flex scroll-mt-8 flex-col items-end"
    >
      {turn.speaker && <span className="px-4 pb-0.5 text-small text-ink-3">{turn.speaker}</span>}
      <AttachedFiles files={turn.metadata.attachments ?? []} />
      <div className="flex max-w-full items-center justify-end gap-1">
        <span className={joinClasses('on-demand flex', turn.isPending && 'invisible')}>
          <IconButton
            icon={isCopied ? 'check' : 'copy'}
            label="Copy"
            size={15}
            className="pointer-coarse:hidden"
            onClick={() => copy(turn.content)}
          />
          <IconButton
            icon="edit"
            label="Say it differently"
            size={15}
            disabled={isGenerating}
            onClick={() => setEditing(turn.id)}
          />
        </span>
        <p className="rounded-large rounded-br-[4px] bg-bubble px-4 py-2.5 wrap-anywhere whitespace-pre-wrap tablet:max-w-120">
          {turn.content}
        </p>
      </div>
      <BranchSwitcher turn={turn} />
    </article>
  );
}
