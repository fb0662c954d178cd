/** Which version of a turn is shown, and the way to the others. */
import { IconButton } from '../../parts/Button.tsx';
import type { ShownTurn } from './shown-turns.ts';
import { useTalkDoors } from './talk-context.ts';

export function BranchSwitcher({ turn: { id, siblings } }: { turn: ShownTurn }) {
  const { showBranch, isGenerating } = useTalkDoors();
  if (siblings.length < 2) return null;
  const at = siblings.indexOf(id);
  const go = (step: number) => {
    const next = siblings[at + step];
    if (next) showBranch(next);
  };
  return (
    <fieldset aria-label="Versions" className="flex items-center text-small text-ink-3 tabular-nums">
      <IconButton
        icon="left"
        label="Version before"
        size={15}
        disabled={at === 0 || isGenerating}
        onClick={() => go(-1)}
      />
      <span>
        {at + 1}/{siblings.length}
      </span>
      <IconButton
        icon="right"
        label="Next version"
        size={15}
        disabled={at === siblings.length - 1 || isGenerating}
        onClick={() => go(1)}
      />
    </fieldset>
  );
}
