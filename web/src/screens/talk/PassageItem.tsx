/** A fact or rule of a knowledge pack that an answer rests on, with its source and whether it is due for a check. */
import type { UsedPassage } from '../../api/nima.ts';
import { joinClasses } from '../../parts/join-classes.ts';
import { ITEM, LINK, useMarked } from './evidence-item.ts';

function Source({ source }: { source: NonNullable<UsedPassage['source']> }) {
  const words = [source.title, source.publisher].filter(Boolean).join(', ');
  if (!source.url) return <span>{words}</span>;
  return (
    <a href={source.url} target="_blank" rel="noreferrer" className={LINK}>
      {words}
      <span className="sr-only">, opens outside Nima</span>
    </a>
  );
}

export function PassageItem({ passage, isMarked }: { passage: UsedPassage; isMarked: boolean }) {
  const ref = useMarked(isMarked);
  const { text, citation, source, is_overdue } = passage;
  return (
    <li ref={ref} className={joinClasses(ITEM, 'border-sky', isMarked && 'bg-sky-soft')}>
      <span className="wrap-anywhere">{text}</span>
      <span className="block text-ink-3">{citation}</span>
      {source && (
        <span className="block text-ink-3">
          <Source source={source} />
        </span>
      )}
      {is_overdue && <span className="block text-amber">Due for a check: look before you rely on it.</span>}
    </li>
  );
}
