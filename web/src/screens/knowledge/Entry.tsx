/** A fact or rule of a pack: what it says, where it stands, and as of when. */
import { Link } from 'react-router';
import type { PackEntry } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { linkOf } from './pack-words.ts';

function Source({ entry }: { entry: PackEntry }) {
  const { source } = entry;
  if (!source) return null;
  const words = `${source.title}, ${source.publisher}`;
  const link = linkOf(entry);
  if (!link) return <span>{words}</span>;
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-sky underline decoration-sky/40 underline-offset-3 hover:decoration-sky"
    >
      {words}
    </a>
  );
}

export function Entry({ entry, isNamed = false }: { entry: PackEntry; isNamed?: boolean }) {
  const { kind, text, as_of, is_overdue, review_by, region, pack, pack_name } = entry;
  return (
    <li className="flex flex-col gap-1 border-b border-line px-4 py-3 last:border-0">
      <p className="wrap-anywhere">{text}</p>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-ink-3">
        {kind === 'rule' && <Badge tone="plain">rule</Badge>}
        {is_overdue && <Badge tone="amber">due for a check</Badge>}
        {isNamed && (
          <Link to={`/knowledge/${pack}`} className="text-ink-2 underline underline-offset-3">
            {pack_name}
          </Link>
        )}
        <Source entry={entry} />
        {as_of && <span>as of {as_of}</span>}
        {review_by && !is_overdue && <span>to check by {review_by}</span>}
        {region && <span>{region}</span>}
      </p>
    </li>
  );
}
