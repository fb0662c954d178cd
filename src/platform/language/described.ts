/**
 * Cuts the words that describe a thing down to the description: "the schedule for the Monday review" is the Monday
 * review, "the blog goal in time" the blog. What the words refer to is found out by others.
 */
import { CONCEPTS, SMALL_WORDS } from './concepts.ts';
import type { Slot } from './templates.ts';

/** Words after a description that are no part of it. */
const TAIL =
  /(?:[\s,]+(?:please|pls|again|back|away|up|now|right now|for now|for good|done|finished|completed|over|in time|at this pace|at the moment|after all|any ?more|doing|going|come|due|gone|removed|deleted|dropped|restored|paused|stopped|undone|lately|recently|earlier|so far|yet|instead|temporarily|anew|once more|once|standing|right|right away|right here|here|forever|for ever|already|originally|still|today|onwards?|but|so|like|out loud|for me|for us|from (?:my|the|your) list|sent|sit|sits|got|be|end|ends|is|as (?:not )?(?:done|finished|completed|acknowledged|seen|read)|(?:delete|remove|drop|stop|cancel) it))+$/i;
/** What is said of the thing: "the receipts milestone *is superfluous*". */
const VERDICT =
  /(?<=\S)\s+(?:,\s*)?(?:is|are|was|were|can|may|might|should|could|would|will|must|shall|won't|can't|shouldn't|wasn't|weren't|hasn't|needn't|sounds?|looks?|seems?|needs?|has|have|had|does|did|doesn't|isn't)\b.*$/i;
const LINK = '(?:about|on|for|of|regarding|called|named|concerning|around)';
/** What leads to the thing, or says in what state it is: "the *suspended* car inspection". */
const HEAD =
  /^(?:(?:the|my|our|that|this)\s+)?(?:of|from|about|on|for|regarding|concerning|called|named|titled|suspended|paused|acknowledged|crashed|suggested|proposed|recurring|attached|registered|deleted|removed|forgotten|dropped|cancelled|finished|completed)\s+(?=\S)/i;
/** What else people call the things of operations, by the word Nima has for one. */
const NOUNS: Readonly<Record<string, string>> = {
  goal: 'target|ambition',
  milestone: 'stage|checkpoint',
  schedule: 'recurring job|scheduled job|routine',
  fact: 'thing',
  conversation: 'talk|convo',
  instruction: 'standing instruction|custom instruction|standing rule|rule',
  project: 'repository|repo|folder|codebase|workspace',
  attachment: 'attached file|file|photo|picture|image|document|screenshot',
  server: 'tool server|mcp server',
  endpoint: 'webhook endpoint|webhook|hook',
  receiver: 'webhook receiver',
  import: 'import batch|batch',
  step: 'suggestion|idea|proposal|next step',
  alert: 'problem|nudge|notification',
  conflict: 'contradiction|dispute',
  pack: 'knowledge pack',
};

/** "Grafana's" server is Grafana. */
const OWNER = /['’]s$/;
/** "Conversation c_31 of today", "entry #301": a number of a thing says which, whatever stands around it. */
const IDENTIFIER = /(?<=^|\s)(?:[a-z]+_\d+|#?\d+)(?=$|\s)/i;
const NUMBERED = /^(?:number|no\.?|nr\.?|entry|id|#)\s*\d+$/i;

const identifierIn = (words: string): string | undefined =>
  /_\d/.test(words) || NUMBERED.test(words) ? IDENTIFIER.exec(words)?.[0].replace('#', '') : undefined;

/** The words without the thing's own noun around them and without what follows it; never empty. */
export function describedBy(words: string, operation: string, { field }: Slot): string {
  const nouns = nounsOf(operation, field.name);
  const linked = new RegExp(`^(?:the |my |our )?(?:${nouns})\\s+${LINK}\\s+(.+)$`, 'i').exec(words)?.[1];
  const before = new RegExp(`^(?!(?:the|my|our)\\s+(?:${nouns})\\b)(.+?)\\s+(?:${nouns})\\b.*$`, 'i').exec(words)?.[1];
  const after = new RegExp(`^(?:the |my |our )?(?:${nouns})\\s+(?!(?:that|which|to|in|at|of)\\b)(.+)$`, 'i').exec(
    words,
  )?.[1];
  const bare = linked ?? before ?? after ?? words;
  const kept =
    identifierIn(bare) ?? bare.replace(HEAD, '').replace(VERDICT, '').replace(TAIL, '').replace(OWNER, '').trim();
  return /[\p{L}\p{N}]/u.test(kept) && !/^(?:the|a|my|our)$/i.test(kept) ? kept : words;
}

/** "An uploaded picture" may be any. */
const INDEFINITE = /^(?:an?|another|some|any)\s/i;

/** True when the words name no thing, only what kind of thing it is: "a fact", "of my schedules". */
export function namesNothing(words: string, operation: string, { field }: Slot): boolean {
  const nouns = new RegExp(`\\b(?:${nounsOf(operation, field.name)})s?\\b`, 'gi');
  const left = words
    .toLowerCase()
    .replace(nouns, ' ')
    .split(/[^\p{L}\p{N}_-]+/u);
  return INDEFINITE.test(words) || left.every((word) => word === '' || SMALL_WORDS.has(word));
}

/** What people call the thing: the resource of the operation, or of the field (`goal_id`), and its synonyms. */
function nounsOf(operation: string, field: string): string {
  const resource = operation.split('.').at(-2) ?? '';
  const noun = field.endsWith('_id') ? field.slice(0, -'_id'.length) : resource.replace(/ies$/, 'y').replace(/s$/, '');
  // A reminder is what a schedule does, and may be part of its name.
  const known = noun === 'schedule' ? [] : (CONCEPTS[noun]?.split('|') ?? []);
  const all = new Set([noun, ...known, ...(NOUNS[noun]?.split('|') ?? [])]);
  // The longest first: “standing instruction” before “instruction”.
  return [...all].sort((one, other) => other.length - one.length).join('|');
}
