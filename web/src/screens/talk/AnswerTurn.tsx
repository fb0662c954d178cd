/** What Nima said: text and the tools it used in their order, how it ended, and what it was made from. */
import { lazy, Suspense } from 'react';
import { sayTime } from '../../parts/say-time.ts';
import { AnswerActions } from './AnswerActions.tsx';
import { AnswerEnd } from './AnswerEnd.tsx';
import type { Answer } from './answer.ts';
import { type Block, blocksOf } from './answer-parts.ts';
import { CallCard } from './CallCard.tsx';
import { MemoryStrip } from './MemoryStrip.tsx';
import type { ShownTurn } from './shown-turns.ts';
import { Thinking } from './Thinking.tsx';
import { useAnswer } from './use-answer.ts';
import { useSmoothText } from './use-smooth-text.ts';

const Markdown = lazy(() => import('./Markdown.tsx').then(({ Markdown: component }) => ({ default: component })));

function Part({ block, answer }: { block: Block; answer: Answer }) {
  if (block.type === 'calls') {
    return (
      <div className="my-3 flex flex-col gap-2 first:mt-0 last:mb-0">
        {block.calls.map((call) => (
          <CallCard key={call.call_id} call={call} answer={answer} />
        ))}
      </div>
    );
  }
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{block.text}</p>}>
      <Markdown text={block.text} />
    </Suspense>
  );
}

export function AnswerTurn({ turn }: { turn: ShownTurn }) {
  const answer = useAnswer(turn);
  const isGenerating = answer.status === 'generating';
  const text = useSmoothText(answer.text, isGenerating);
  return (
    <article
      id={turn.id}
      aria-label={`Nima, ${sayTime(turn.timestamp)}`}
      aria-busy={isGenerating}
      className="asks-for-actions mb-4 scroll-mt-8 last:mb-0"
    >
      {blocksOf({ ...answer, text }).map((block) => (
        <Part key={block.key} block={block} answer={answer} />
      ))}
      {isGenerating && !text && <Thinking />}
      <AnswerEnd turn={turn} answer={answer} />
      {!isGenerating && <MemoryStrip answer={answer} />}
      {!isGenerating && <AnswerActions turn={turn} answer={answer} />}
    </article>
  );
}
