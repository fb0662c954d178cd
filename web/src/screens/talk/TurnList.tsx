/** The turns of a conversation, as a log that stays at its newest line until somebody scrolls up. */
import { useEffect, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { AnswerTurn } from './AnswerTurn.tsx';
import { MissingTurn } from './MissingTurn.tsx';
import { useTalkDoors } from './talk-context.ts';
import { UserTurn } from './UserTurn.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

function Skeleton() {
  return (
    <div role="status" className="flex flex-col gap-5">
      <span className="sr-only">Opening the conversation</span>
      <span className="h-10 w-60 self-end rounded-large bg-sunken" />
      <span className="h-4 w-11/12 rounded-small bg-sunken" />
      <span className="h-4 w-3/5 rounded-small bg-sunken" />
    </div>
  );
}

/** Tells a screen reader that an answer begins and ends; the log itself stays silent while it grows. */
function Announcer() {
  const { isGenerating } = useTalkDoors();
  const [wasGenerating, setWasGenerating] = useState(false);
  useEffect(() => {
    if (isGenerating) setWasGenerating(true);
  }, [isGenerating]);
  return (
    <p role="status" className="sr-only">
      {isGenerating ? 'Nima is answering.' : wasGenerating ? 'Nima has answered.' : ''}
    </p>
  );
}

export function TurnList() {
  const { queries } = useNima();
  const { turns, isLoading, loadError, conversation } = useTalkDoors();
  const { scroller, isAtEnd, toEnd } = useStickToEnd(conversation?.id);
  return (
    <div className="relative min-h-0 flex-1">
      <Scroll ref={scroller} role="log" aria-label="Conversation" className="h-full overflow-y-auto">
        <div className="mx-auto flex max-w-[calc(680px+48px)] flex-col gap-4 px-4 py-6 pb-9 tablet:px-6">
          {isLoading && <Skeleton />}
          {loadError && (
            <Notice
              action={
                <Button onClick={() => queries.invalidateQueries({ queryKey: keys.conversations })}>Try again</Button>
              }
            >
              This conversation could not be opened. {loadError.message}
            </Notice>
          )}
          {turns.map((turn) =>
            turn.role === 'assistant' ? (
              <AnswerTurn key={turn.id} turn={turn} />
            ) : (
              <UserTurn key={turn.id} turn={turn} />
            ),
          )}
          {conversation && <MissingTurn turns={turns} />}
        </div>
      </Scroll>
      <Announcer />
      {!isAtEnd && (
        <button
          type="button"
          onClick={toEnd}
          className="fades absolute bottom-3 left-1/2 flex h-9 -translate-x-1/2 items-center gap-1.5 rounded-[99px] border border-line bg-raised px-3.5 text-small text-ink-2 shadow-raised hover:text-ink"
        >
          <Icon name="down" size={15} />
          Newest
        </button>
      )}
    </div>
  );
}
