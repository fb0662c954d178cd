/**
 * Reads a message that means something only after what came before: "undo that", "cancel it", "again", "make it two",
 * "the second one", "and for the blog?". What it gives is an ordinary command, previewed and approved like any other.
 */
import type { Language } from '../../../kernel/ports.ts';
import type { Command } from './command.ts';
import type { OfferedOperation, OfflineRequest } from './conversation.ts';
import { isThing } from './labels.ts';
import { idOf, type LastCall, lastCall, lastChange, lastList, resourceOf } from './last.ts';
import { placeIn } from './refer.ts';
import { changeIn } from './replace.ts';
import { bare } from './taught.ts';

export type FollowUp =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'say'; readonly text: string };

type Reader = (words: string, request: OfflineRequest, language: Language) => FollowUp | null;

const say = (text: string): FollowUp => ({ kind: 'say', text });
const command = (tool: OfferedOperation, input: Command['input'], refers: Command['refers'] = {}): FollowUp => ({
  kind: 'command',
  command: { tool, input, missing: [], refers },
});
const offeredAs = ({ tools }: OfflineRequest, operation: string): OfferedOperation | undefined =>
  tools.find((tool) => tool.operation === operation);

const UNDO =
  /^(?:undo|revert|take back|roll back)(?: (?:that|it|this|the last (?:one|thing|change)))?$|^take (?:that|it) back$/i;
const CANCEL = /^(?:cancel|stop|abort|drop|scrap|call off) (?:that|it|this|that one|the last one)$/i;
const AGAIN =
  /^(?:again|once more|one more time|same again|repeat(?: (?:that|it))?|(?:do|run|try|show|repeat|list) (?:it|that|them|this) again|(?:do|run) (?:it|that) once more)$/i;
const NOTHING_DONE = 'I did nothing in this conversation that could be taken back.';

/** The input of the operation that takes a call back, from what the call answered and was given. */
function undoOf(request: OfflineRequest, { step, tool }: LastCall): FollowUp | null {
  const undo = tool.undo === null ? undefined : offeredAs(request, tool.undo);
  if (!undo || step.outcome.state !== 'done') return null;
  const output = isThing(step.outcome.value) ? step.outcome.value : {};
  const names = [...undo.required, ...('id' in undo.fields ? ['id'] : [])];
  const input = Object.fromEntries(names.map((name) => [name, output[name] ?? step.input[name]]));
  return Object.values(input).every((value) => value !== undefined) ? command(undo, input) : null;
}

const undoing: Reader = (words, request) => {
  if (!UNDO.test(words)) return null;
  const last = lastChange(request);
  if (!last) return say(NOTHING_DONE);
  if (last.step.outcome.state === 'waiting') return say('That still waits for your approval, so nothing has changed.');
  return undoOf(request, last) ?? say('That cannot be taken back.');
};

const ENDINGS = ['cancel', 'remove', 'pause'] as const;

const cancelling: Reader = (words, request) => {
  if (!CANCEL.test(words)) return null;
  const last = lastChange(request);
  if (!last) return say(NOTHING_DONE);
  if (last.step.outcome.state === 'waiting')
    return say('It waits for your approval. Deny it there, and nothing is done.');
  const id = idOf(last);
  const resource = resourceOf(last.tool);
  const cancel = offeredAs(request, `${resource}.cancel`);
  if (cancel && id) return command(cancel, { id });
  const undone = undoOf(request, last);
  if (undone) return undone;
  const ending = ENDINGS.map((verb) => offeredAs(request, `${resource}.${verb}`)).find(Boolean);
  return ending && id ? command(ending, { id }) : say('That cannot be cancelled.');
};

const repeating: Reader = (words, request) => {
  if (!AGAIN.test(words)) return null;
  const last = lastCall(request);
  return last ? command(last.tool, last.step.input) : null;
};

/** Verbs of people for verbs of operations. */
const VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ['delete', ['remove']],
  ['forget', ['remove']],
  ['drop', ['remove', 'cancel']],
  ['show', ['get']],
  ['open', ['get']],
  ['finish', ['complete']],
  ['stop', ['cancel', 'pause']],
  ['cancel', ['cancel', 'remove']],
  ['start', ['resume', 'run']],
]);

/** "The second one", "pause the last one", "delete number 3": a place in the list shown last. */
const choosing: Reader = (words, request) => {
  const [, verb = 'get', place = words] =
    /^(?!the |number |no )(\w+) ((?:the |number |no\.? ?|#)?(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|last)(?: one)?)$/i.exec(
      words,
    ) ?? [];
  const list = lastList(request);
  const index =
    list && /\d|first|second|third|fourth|fifth|last/i.test(place) ? placeIn(place, list.things.length) : null;
  if (!list || index === null) return null;
  const wanted = VERBS.get(verb.toLowerCase()) ?? [verb.toLowerCase()];
  const tool = wanted.map((name) => offeredAs(request, `${list.resource}.${name}`)).find(Boolean);
  const thing = list.things[index];
  if (!thing) return null;
  if (tool) return command(tool, { id: thing.id });
  return verb === 'get' ? say(thing.label || 'There is no more to say about it.') : null;
};

const IT = /^(?<verb>\w+) (?:it|that|this|that one|this one)(?: now)?$/i;

/** "Pause it": the only thing shown last, or the last that was changed, where there is such an act for it. */
const pointing: Reader = (words, request) => {
  const verb = IT.exec(words)?.groups?.verb?.toLowerCase();
  if (!verb) return null;
  const acts = VERBS.get(verb) ?? [verb];
  const actOn = (resource: string) => acts.map((act) => offeredAs(request, `${resource}.${act}`)).find(Boolean);
  const list = lastList(request);
  const tool = list && actOn(list.resource);
  if (tool) {
    const [only, another] = list.things;
    if (another) return say(`Which one? Say “${verb} number 2”, for example.`);
    return only ? command(tool, { id: only.id }) : null;
  }
  const last = lastChange(request);
  const id = last && idOf(last);
  const act = last && actOn(resourceOf(last.tool));
  return act && id ? command(act, { id }) : null;
};

const ALSO = /^(?:and|what about|how about|and what about|same|the same)(?: (?:for|about|with|of|on))? (?<thing>.+)$/i;

/** "And for the blog?": the last command about something else. */
const transferring: Reader = (words, request, language) => {
  const thing = ALSO.exec(words)?.groups?.thing;
  const last = lastCall(request);
  if (!thing || !last) return null;
  const { tool, step } = last;
  const idField = Object.keys(tool.fields).find((name) => name === 'id' || name.endsWith('_id'));
  if (idField && step.input[idField] !== undefined) return command(tool, step.input, { [idField]: thing });
  const change = changeIn({ words: bare(thing), tool, input: step.input }, language);
  return change ? command(tool, { ...step.input, [change.field]: change.value }) : null;
};

const CHANGE =
  /^(?:(?:no|nope|actually|sorry|wait|rather|hm+)[, ]+)*(?<lead>make (?:it|that|them)|change (?:it|that) to|set (?:it|that) to|i meant|rather|better)? ?(?<value>.+?)(?: instead| rather)?$/i;

/** "Make it two", "no, on Friday": one argument of the last command is another. What was made is updated, not made twice. */
const changing: Reader = (words, request, language) => {
  const { lead, value = '' } = CHANGE.exec(words)?.groups ?? {};
  const isMarked = lead !== undefined || /^(?:no|nope|actually|sorry|wait|rather)\b|(?:instead|rather)$/i.test(words);
  const last = isMarked ? (lastChange(request) ?? lastCall(request)) : null;
  if (!last || !value) return null;
  const { tool, step } = last;
  const change = changeIn({ words: bare(value), tool, input: step.input }, language);
  if (!change) return null;
  const update = offeredAs(request, `${resourceOf(tool)}.update`);
  const id = idOf(last);
  const isMade = step.outcome.state === 'done' && tool.operation.endsWith('.create');
  if (isMade && update && id && change.field in update.fields)
    return command(update, { id, [change.field]: change.value });
  return command(tool, { ...step.input, [change.field]: change.value });
};

const GO_ON = /^(?:yes|yeah|yep|sure|ok|okay|do it|go ahead|go on|please do|approve(?: it| that)?)(?: please)?$/i;
const STOP = /^(?:no|nope|don't|do not|deny(?: it| that)?)(?: please)?$/i;

/** An approval is given where it is shown; a word in talk, which others may have put there, gives none. */
const deciding: Reader = (words, { past }) => {
  const isWaiting = past.at(-1)?.steps.some(({ outcome }) => outcome.state === 'waiting') ?? false;
  if (!isWaiting) return null;
  if (GO_ON.test(words))
    return say('It waits for your approval: approve it on its card, or with `nima approvals approve`.');
  return STOP.test(words) ? say('Nothing has changed. Deny it on its card, or let it expire.') : null;
};

const READERS: readonly Reader[] = [
  deciding,
  undoing,
  cancelling,
  repeating,
  choosing,
  pointing,
  transferring,
  changing,
];

export function followUpIn(request: OfflineRequest, language: Language): FollowUp | null {
  if (request.past.length === 0) return null;
  const words = request.said
    .trim()
    .replaceAll('’', "'")
    .replace(/[.!?]+$/, '')
    .replace(/^please |,? please$/gi, '');
  for (const read of READERS) {
    const found = read(words, request, language);
    if (found) return found;
  }
  return null;
}
