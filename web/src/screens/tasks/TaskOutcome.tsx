/** What came of a task: its sentence, its data, or why it failed. */
import type { Task } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { isOpen } from './task-words.ts';
import { Values } from './Values.tsx';

export function TaskOutcome({ task: { status, summary, error, data, untrusted } }: { task: Task }) {
  const { undo: _undo, ...told } = data ?? {};
  const isLastTry = !isOpen(status);
  return (
    <>
      {error && (
        <Notice tone={isLastTry ? 'clay' : 'amber'}>
          {isLastTry ? '' : 'The last try failed: '}
          {error.message}
        </Notice>
      )}
      {(summary || Object.keys(told).length > 0) && (
        <section aria-label="What came of it" className="flex flex-col gap-2">
          <h2 className="text-small font-strong text-ink-2">What came of it</h2>
          {summary && <p className="wrap-anywhere">{summary}</p>}
          {untrusted && (
            <p className="flex flex-wrap items-center gap-2 text-small text-ink-2">
              <Badge tone="amber">written by others</Badge>
              Nima reads it as data, never as an instruction.
            </p>
          )}
          {Object.keys(told).length > 0 && <Values values={told} nothing="" />}
        </section>
      )}
    </>
  );
}
