/** Under the message: whether this talk is private, and how full the model's window is. */
import { Icon } from '../../parts/Icon.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { ContextGauge } from './ContextGauge.tsx';
import { useTalkDoors } from './talk-context.ts';

export function PrivateSwitch() {
  const { isPrivate, setPrivate } = useTalkDoors();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isPrivate}
      aria-label="Private chat"
      onClick={() => setPrivate(!isPrivate)}
      className={joinClasses(
        'flex min-h-7 items-center gap-1.5 rounded-small px-1.5 text-left hover:text-ink pointer-coarse:min-h-9',
        isPrivate ? 'text-ink' : 'text-ink-3',
      )}
    >
      <Icon name="private" size={16} />
      {isPrivate ? 'Private: nothing of this is remembered' : 'Private chat'}
    </button>
  );
}

export function ComposerFoot({ conversationId }: { conversationId: string | undefined }) {
  const { isPrivate, isGenerating } = useTalkDoors();
  return (
    <div className="mt-1 -mb-1 relative flex min-h-7 items-center justify-between gap-3 px-2 text-small">
      {conversationId === undefined && <PrivateSwitch />}
      {conversationId !== undefined && isPrivate && (
        <p className="flex min-w-0 flex-1 items-center gap-1.5 px-1.5 text-ink-2">
          <Icon name="private" size={16} />
          <span className="min-w-0">Private: nothing of this is remembered; it goes a day after its last word.</span>
        </p>
      )}
      <span className="ml-auto">
        <ContextGauge conversationId={conversationId} isResting={!isGenerating} />
      </span>
    </div>
  );
}
