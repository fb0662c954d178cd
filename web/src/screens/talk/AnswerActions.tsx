/** What can be done with a finished answer: copy it, hear it, have another, go another way from it. */
import { IconButton } from '../../parts/Button.tsx';
import { sayTime } from '../../parts/say-time.ts';
import { useCopy } from '../../parts/use-copy.ts';
import type { Answer } from './answer.ts';
import { BranchSwitcher } from './BranchSwitcher.tsx';
import { ForkButton } from './ForkButton.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import type { ShownTurn } from './shown-turns.ts';
import { useTalkDoors } from './talk-context.ts';

export function AnswerActions({ turn, answer: { text, model, leavesMachine } }: { turn: ShownTurn; answer: Answer }) {
  const { regenerate, isGenerating } = useTalkDoors();
  const { isCopied, copy } = useCopy();
  return (
    <div className="mt-0.5 -mb-8 -ml-2 flex h-8 items-center">
      <span className="on-demand flex items-center">
        {text && (
          <IconButton icon={isCopied ? 'check' : 'copy'} label="Copy answer" size={15} onClick={() => copy(text)} />
        )}
        {text && 'speechSynthesis' in window && <ReadAloud text={text} />}
        <IconButton
          icon="again"
          label="Answer again"
          size={15}
          disabled={isGenerating}
          onClick={() => regenerate(turn)}
        />
        <ForkButton turn={turn} />
      </span>
      <BranchSwitcher turn={turn} />
      <span className="on-demand ml-1 truncate text-small text-ink-3">
        {sayTime(turn.timestamp)}
        {leavesMachine ? ` · ${model}` : ''}
      </span>
    </div>
  );
}
