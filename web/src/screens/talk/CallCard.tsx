/** A tool Nima used or wants to use: what it does, with which exact arguments, what came of it, and the way back. */
import { useState } from 'react';
import type { Call } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { useNow } from '../../parts/use-now.ts';
import { type Answer, isWaiting } from './answer.ts';
import { CallArguments } from './CallArguments.tsx';
import { CallDecision } from './CallDecision.tsx';
import { CallUndo } from './CallUndo.tsx';
import { EFFECTS, effectWords, outcomeWords } from './call-words.ts';

function Head({ call, isOpen, onToggle }: { call: Call; isOpen: boolean; onToggle: () => void }) {
  return (
    <div className="flex items-center gap-3 py-1.5 pr-2 pl-3.5 text-small">
      <Badge tone={EFFECTS[call.effect].tone}>{effectWords(call)}</Badge>
      <span className="min-w-0 flex-1 truncate">{call.summary}</span>
      <CallUndo call={call} />
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={`${call.operation}, details`}
        onClick={onToggle}
        className="flex min-h-8 items-center gap-1.5 rounded-small px-1.5 font-mono text-ink-3 hover:text-ink"
      >
        <span className="hidden tablet:inline">{call.operation}</span>
        <span className={joinClasses('transition-transform duration-100', isOpen && 'rotate-180')}>
          <Icon name="down" size={14} />
        </span>
      </button>
    </div>
  );
}

export function CallCard({ call, answer }: { call: Call; answer: Answer }) {
  const now = useNow(call.state === 'asks');
  const isAsked = isWaiting(call, now);
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const isShown = isOpen ?? isAsked;
  const outcome = outcomeWords(call, !isAsked);
  // A look that is over changed nothing: a line is enough for it.
  const isQuiet = call.effect === 'read' && call.state === 'done' && !isShown;
  return (
    <section
      aria-label={`${effectWords(call)}: ${call.summary}`}
      className={joinClasses(
        'overflow-hidden rounded-medium border',
        isQuiet ? '-mx-3.5 -my-1.5 border-transparent' : 'border-line bg-raised',
      )}
    >
      <Head call={call} isOpen={isShown} onToggle={() => setOpen(!isShown)} />
      {isShown && (
        <div className="border-t border-line px-3.5 py-2.5">
          {call.preview && <p className="mb-2">{call.preview}</p>}
          <CallArguments call={call} />
        </div>
      )}
      {outcome && (
        <p
          className={joinClasses(
            'border-t border-line px-3.5 py-2 text-small',
            call.state === 'failed' ? 'text-clay' : 'text-ink-2',
          )}
        >
          {outcome}
        </p>
      )}
      {isAsked && <CallDecision call={call} answer={answer} now={now} />}
    </section>
  );
}
