/**
 * Cuts the words that describe a thing down to the description: "the schedule for the Monday review" is the Monday
 * review, "the blog goal in time" the blog. What the words refer to is found out by others.
 */
import { CONCEPTS } from './concepts.ts';
import type { Slot } from './templates.ts';

/** Words after a description that are no part of it. */
const TAIL =
  /(?:[\s,]+(?:please|pls|again|back|away|up|now|right now|for now|for good|done|finished|completed|over|in time|at this pace|at the moment|after all|any ?more|doing|going|come|due|gone|removed|deleted|dropped|restored|paused|stopped|undone|lately|recently|earlier|so far|yet|instead|temporarily|is|as (?:not )?(?:done|finished|completed|acknowledged|seen|read)|(?:delete|remove|drop|stop|cancel) it))+$/i;
/** What is said of the thing: "the receipts milestone *is superfluous*". */
const VERDICT =
  /(?<=\S)\s+(?:,\s*)?(?:is|are|was|were|can|may|might|should|could|would|will|must|sounds?|looks?|seems?|needs?|has|have|had|does|did|doesn't|isn't)\b.*$/i;
const LINK = '(?:about|on|for|regarding|called|named|concerning)';

/** The words without the thing's own noun around them and without what follows it; never empty. */
export function describedBy(words: string, operation: string, { field }: Slot): string {
  const nouns = nounsOf(operation, field.name);
  const linked = new RegExp(`^(?:the |my |our )?(?:${nouns})\\s+${LINK}\\s+(.+)$`, 'i').exec(words)?.[1];
  const before = new RegExp(`^(.+?)\\s+(?:${nouns})\\b.*$`, 'i').exec(words)?.[1];
  const after = new RegExp(`^(?:the |my |our )?(?:${nouns})\\s+(?!(?:that|which|to|in|at|of)\\b)(.+)$`, 'i').exec(
    words,
  )?.[1];
  const kept = (linked ?? before ?? after ?? words).replace(VERDICT, '').replace(TAIL, '').trim();
  return /[\p{L}\p{N}]/u.test(kept) && !/^(?:the|a|my|our)$/i.test(kept) ? kept : words;
}

/** What people call the thing: the resource of the operation, or of the field (`goal_id`), and its synonyms. */
function nounsOf(operation: string, field: string): string {
  const resource = operation.split('.').at(-2) ?? '';
  const noun = field.endsWith('_id') ? field.slice(0, -'_id'.length) : resource.replace(/s$/, '');
  return noun === 'schedule' ? 'schedule' : (CONCEPTS[noun]?.split('|') ?? [noun]).join('|');
}
