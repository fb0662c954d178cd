/** What a task would do, before it does it; what removes something asks for its name. */
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Mono } from '../../parts/Mono.tsx';
import { effectWords } from './task-words.ts';
import type { Looked } from './use-new-task.ts';

interface LookedAtProps {
  action: string;
  looked: Looked;
  isBusy: boolean;
  onRun: () => void;
}

export function LookedAt({ action, looked: { effect, preview }, isBusy, onRun }: LookedAtProps) {
  const [said, setSaid] = useState('');
  const { text, tone } = effectWords(effect);
  const isDestroying = effect === 'destroy';
  const [first = '', ...rest] = preview.split('\n');
  return (
    <section
      aria-label="What it would do"
      className="flex flex-col gap-3 rounded-medium border border-line bg-raised p-4"
    >
      <p role="status" className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
        <Badge tone={tone}>{text}</Badge>
        {first}
      </p>
      {rest.length > 0 && <Mono label="The change" text={rest.join('\n')} isDiff />}
      <div className="flex flex-wrap items-end gap-3">
        {isDestroying && (
          <label className="flex min-w-48 flex-1 flex-col gap-1 text-small text-ink-2">
            It removes something. Type {action} to run it
            <input value={said} onChange={({ target }) => setSaid(target.value)} className="field min-h-9 font-mono" />
          </label>
        )}
        <Button
          look={isDestroying ? 'destroy' : 'go'}
          icon="play"
          disabled={isBusy || (isDestroying && said.trim() !== action)}
          onClick={onRun}
        >
          Run
        </Button>
      </div>
    </section>
  );
}
