/**
 * What the shown answer was made from: facts with where they came from, passages of packs with their source, what was said
 * before, word for word; and the goal it serves.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { UsedFact, UsedTurn } from '../../api/nima.ts';
import { joinClasses } from '../../parts/join-classes.ts';
import { sayDate } from '../../parts/say-time.ts';
import { sourceWords } from '../../parts/source-words.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import type { Answer } from './answer.ts';
import { ITEM, LINK, useMarked } from './evidence-item.ts';
import { GoalItem } from './GoalItem.tsx';
import { PassageItem } from './PassageItem.tsx';

function FactItem({ used, isMarked }: { used: UsedFact; isMarked: boolean }) {
  const { api } = useNima();
  const ref = useMarked(isMarked);
  const { data: fact } = useQuery({
    queryKey: keys.fact(used.id),
    queryFn: () => api.memory.facts.get({ id: used.id }),
    retry: false,
  });
  const evidence = fact?.evidence;
  return (
    <li ref={ref} className={joinClasses(ITEM, 'border-moss', isMarked && 'bg-moss-soft')}>
      <Link to={`/memory?fact=${used.id}`} className="hover:underline hover:decoration-line hover:underline-offset-3">
        {used.fact}
      </Link>
      <span className="block text-ink-3">
        {sourceWords(used.source)}, {sayDate(used.created_at)}
        {fact?.removed_at && ' · forgotten since'}
        {evidence?.conversation_id && (
          <>
            {' · '}
            <Link to={`/talk/${evidence.conversation_id}#${evidence.turn_id}`} className={LINK}>
              where you said it
            </Link>
          </>
        )}
      </span>
    </li>
  );
}

function TurnItem({ turn, isMarked }: { turn: UsedTurn; isMarked: boolean }) {
  const ref = useMarked(isMarked);
  return (
    <li ref={ref} className={joinClasses(ITEM, 'border-sky', isMarked && 'bg-sky-soft')}>
      <q className="line-clamp-6 wrap-anywhere whitespace-pre-wrap">{turn.content}</q>
      <span className="block text-ink-3">
        {turn.speaker || 'you'} said, {sayDate(turn.created_at)} ·{' '}
        <Link to={`/talk/${turn.conversation_id}#${turn.id}`} className={LINK}>
          open
        </Link>
      </span>
    </li>
  );
}

interface EvidencePanelProps {
  answer: Answer | null;
  /** The fact or turn that was asked for. */
  marked: string | null;
  hasHeading?: boolean;
}

export function EvidencePanel({ answer, marked, hasHeading = false }: EvidencePanelProps) {
  const { factsUsed = [], turnsUsed = [], passagesUsed = [], goals = [] } = answer ?? {};
  const isEmpty = [factsUsed, turnsUsed, passagesUsed, goals].every(({ length }) => length === 0);
  return (
    <div className="flex flex-col gap-4 text-small">
      {hasHeading && <h2 className="font-strong">Used in this answer</h2>}
      {factsUsed.length > 0 && (
        <ul aria-label="Facts" className="flex flex-col gap-3">
          {factsUsed.map((fact) => (
            <FactItem key={fact.id} used={fact} isMarked={fact.id === marked} />
          ))}
        </ul>
      )}
      {passagesUsed.length > 0 && (
        <>
          <h3 className="font-strong">From knowledge packs</h3>
          <ul className="flex flex-col gap-3">
            {passagesUsed.map((passage) => (
              <PassageItem key={passage.id} passage={passage} isMarked={passage.id === marked} />
            ))}
          </ul>
        </>
      )}
      {turnsUsed.length > 0 && (
        <>
          <h3 className="font-strong">Said before</h3>
          <ul className="flex flex-col gap-3">
            {turnsUsed.map((turn) => (
              <TurnItem key={turn.id} turn={turn} isMarked={turn.id === marked} />
            ))}
          </ul>
        </>
      )}
      {goals.map((goal) => (
        <GoalItem key={goal.id} goal={goal} />
      ))}
      {isEmpty && (
        <p className="text-ink-2">
          {answer?.status === 'generating'
            ? 'What the answer rests on is listed here when it is done.'
            : 'This answer used nothing from memory. When one does, the facts stand here with where they came from.'}
        </p>
      )}
    </div>
  );
}
