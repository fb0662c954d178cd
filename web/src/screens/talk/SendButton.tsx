/** Sends the message; while Nima answers, stops the answer. */
import { Icon } from '../../parts/Icon.tsx';
import { useTalkDoors } from './talk-context.ts';

export function SendButton({ isSendable }: { isSendable: boolean }) {
  const { isGenerating, stop } = useTalkDoors();
  if (isGenerating) {
    return (
      <button
        type="button"
        onClick={stop}
        className="flex h-9 shrink-0 items-center gap-1 rounded-medium border border-line bg-paper pr-3 pl-2 text-small font-strong hover:border-edge pointer-coarse:h-10"
      >
        <Icon name="stop" />
        Stop
      </button>
    );
  }
  return (
    <button
      type="submit"
      aria-label="Send"
      title="Send"
      disabled={!isSendable}
      className="flex size-9 shrink-0 items-center justify-center rounded-medium bg-moss text-paper transition-colors duration-100 disabled:cursor-default disabled:bg-sunken disabled:text-ink-3 pointer-coarse:size-10"
    >
      <Icon name="send" />
    </button>
  );
}
