/** How an answer ended, where that needs a word: stopped, cut off, failed. Each with a way on. */
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { Answer } from './answer.ts';
import type { ShownTurn } from './shown-turns.ts';
import { useTalkDoors } from './talk-context.ts';

export function AnswerEnd({ turn, answer: { status, error, text } }: { turn: ShownTurn; answer: Answer }) {
  const { regenerate, isGenerating } = useTalkDoors();
  const again = (
    <Button icon="again" disabled={isGenerating} onClick={() => regenerate(turn)}>
      Try again
    </Button>
  );
  if (status === 'stopped') {
    return (
      <p className="mt-2 text-small text-ink-3">
        {text ? 'Stopped here. What was written stays.' : 'Stopped before the first word.'}
      </p>
    );
  }
  if (status === 'interrupted') {
    return (
      <div className="mt-3">
        <Notice tone="amber" action={again}>
          Nima was shut down while it answered. {text ? 'What was written stays.' : ''}
        </Notice>
      </div>
    );
  }
  if (status !== 'failed') return null;
  return (
    <div className="mt-3">
      <Notice action={again}>{error?.message ?? 'The answer failed.'}</Notice>
    </div>
  );
}
