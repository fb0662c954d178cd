/** Which key a question asks for: "where do I live" asks for the owner's home. Pure; unread questions are left to search. */
import { plainWords } from './plain-words.ts';
import { nameKey } from './statement-claim.ts';
import { periodOf, TIME_WORDS } from './time-words.ts';

export interface AskedKey {
  readonly subject: string;
  /** The attribute, or several it may be known under. */
  readonly attributes: readonly string[];
}

type Groups = Readonly<Record<string, string>>;

const ME = /^(?:i|we|me|us|my|our)$/i;
const whom = (words: string): string => (ME.test(words) ? 'owner' : plainWords(words));

/** "Ana's birthday" asks of Ana, "my birthday" of the owner. */
function ofWhom(thing: string, ...endings: readonly string[]): AskedKey {
  const plain = thing.replace(/^(?:my|our|the)\s+/i, '');
  const [, whose, what] = /^(.+?)(?:'s|s') (.+)$/.exec(plain) ?? [];
  const attribute = plainWords(what ?? plain);
  const attributes = endings.map((ending) => (ending ? `${attribute} ${ending}` : attribute));
  return { subject: whose ? plainWords(whose) : 'owner', attributes };
}

const key = (subject: string, ...attributes: readonly string[]): AskedKey => ({ subject, attributes });

function nameAsked(thing: string): AskedKey {
  const { subject, attribute } = nameKey(thing);
  return key(subject, attribute);
}

const S = "(?<s>i|we|(?:my|our|the) [^?]+?|\\p{Lu}[\\p{L}\\p{N}'’-]+(?: \\p{Lu}[\\p{L}\\p{N}'’-]+)?)";
const q = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'iu');

const QUESTIONS: readonly (readonly [RegExp, (found: Groups) => AskedKey])[] = [
  [q(`where (?:do|does|did) ${S} live`), ({ s = '' }) => key(whom(s), 'home')],
  [q(`where (?:am|are|is|was|were) ${S} (?:based|living)`), ({ s = '' }) => key(whom(s), 'home')],
  [q(`(?:what|where)(?:'s| is) my (?:home|city|home town)`), () => key('owner', 'home')],
  [q(`(?:which|what) (?:city|town|place|country) (?:do|does|did) ${S} live in`), ({ s = '' }) => key(whom(s), 'home')],
  [q(`(?:where|who) (?:do|does|did) ${S} work(?: at| for)?`), ({ s = '' }) => key(whom(s), 'employer')],
  [q(`(?:which|what) company (?:do|does|did) ${S} work (?:at|for)`), ({ s = '' }) => key(whom(s), 'employer')],
  [q(`(?:who|what)(?:'s| is| was) my employer`), () => key('owner', 'employer')],
  [q(`what (?:do|does|did) ${S} work as`), ({ s = '' }) => key(whom(s), 'role')],
  [q(`what(?:'s| is| was) my (?:role|job|profession|job title)`), () => key('owner', 'role', 'job title', 'job')],
  [q('how old am i'), () => key('owner', 'age')],
  [q('(?:who (?:am|was) i married to|who is my spouse)'), () => key('owner', 'spouse')],
  [q('what (?:do|did) (?:i|we) drive'), () => key('owner', 'drives', 'car')],
  [q('(?:what|how) (?:do|did) (?:i|we) deploy(?: with)?'), () => key('owner', 'deploy tool')],
  [q('(?:what|where) (?:do|did) (?:i|we) deploy to'), () => key('owner', 'deploy target')],
  [
    q(`(?:what|how)(?:'s| is| are| was| were) (?<x>(?:my|our|the) .+?|\\p{Lu}.+?) (?:called|named)`),
    ({ x = '' }) => nameAsked(x),
  ],
  [q(`what(?:'s| is| was) the name of (?<x>.+)`), ({ x = '' }) => nameAsked(x)],
  [
    q(`how many (?<n>\\w+) (?:do|does|did) ${S} have`),
    ({ n = '', s = '' }) => key(whom(s), `number of ${n.replace(/s$/, '')}`, `number of ${n}`),
  ],
  [q(`(?:what|which) port (?:do|does|did) ${S} (?:run|listen)(?: on)?`), ({ s = '' }) => key(whom(s), 'port')],
  [q(`what (?:do|does|did) ${S} run on`), ({ s = '' }) => key(whom(s), 'runs on')],
  [q(`where (?:do|does|did) ${S} run`), ({ s = '' }) => key(whom(s), 'runs on')],
  [q(`what (?:do|does|did) ${S} run`), ({ s = '' }) => key(whom(s), 'runs')],
  [
    q(`when (?:do|does|did) (?<x>.+?) (?:run|happen|start|go out|take place)`),
    ({ x = '' }) => key(plainWords(x), 'schedule', 'time'),
  ],
  [
    q(`(?:when|(?:at )?what time|(?:on )?(?:which|what) (?:day|date))(?:'s| is| was| are) (?<x>.+)`),
    ({ x = '' }) => ofWhom(x, 'time', 'day', 'date', ''),
  ],
  [q(`where(?:'s| is| was| are) (?<x>.+)`), ({ x = '' }) => ofWhom(x, 'place', 'hosted')],
  [
    q(`(?:what|which) (?:do|did) (?:i|we) use (?:for|as) (?:my |our )?(?<z>.+)`),
    ({ z = '' }) => key('owner', `tool for ${plainWords(z)}`, plainWords(z)),
  ],
  [
    q(`(?:what|which) (?<z>[\\w ]+?) (?:do|did) (?:i|we) (?:use|have|prefer)`),
    ({ z = '' }) => key('owner', plainWords(z), `tool for ${plainWords(z)}`),
  ],
  [q(`(?:what|which) school (?:do|does|did) ${S} go to`), ({ s = '' }) => key(whom(s), 'school')],
  [
    q(`do (?:i|we) (?:still )?(?:like|love|hate|enjoy) (?<x>.+)`),
    ({ x = '' }) => key('owner', `opinion of ${plainWords(x)}`),
  ],
  [
    q('do (?:i|we) prefer (?<x>.+?) (?:or|over|to) (?<y>.+)'),
    ({ x = '', y = '' }) => key('owner', `choice of ${[plainWords(x), plainWords(y)].sort().join(' or ')}`),
  ],
  [q(`do (?:i|we) (?:still )?have (?<x>.+)`), ({ x = '' }) => key('owner', `has ${plainWords(x)}`)],
  [q(`do (?:i|we) (?:still )?use (?<x>.+)`), ({ x = '' }) => key('owner', `use ${plainWords(x)}`)],
  [
    q(`(?:what|who|which|how much)(?:'s| is| was| are| were) (?<x>(?:my|our|the|\\p{Lu}\\p{L}+'s) .+)`),
    ({ x = '' }) => ofWhom(x, '', 'amount', 'time'),
  ],
];

const OPENING = /^(?:(?:hey|hi|ok|so|and|well|please|nima|tell me|remind me|do you (?:know|remember))[,:]?\s+)+/i;
/** Time asked about, which says when and not what. */
const WHEN_ASKED =
  /,? (?:(?:back )?(?:in|as of|on|at|during|around) )?(?:(?:early |late |mid-?)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* )?(?:19|20)\d\d(?:-\d\d){0,2}|last (?:year|month|week|spring|summer|autumn|fall|winter)|yesterday|now|at the moment|these days|currently|again|right now|today)$/i;

/** The question without its opening, its closing mark and the time it asks about. */
export const bareQuestion = (text: string): string =>
  text
    .trim()
    .replaceAll(/[’‘]/g, "'")
    .replace(OPENING, '')
    .replace(/[?!.\s]+$/, '')
    .replace(WHEN_ASKED, '');

export function askedKey(text: string): AskedKey | null {
  if (text.length > 200) return null;
  const bare = bareQuestion(text);
  for (const [pattern, read] of QUESTIONS) {
    const found = pattern.exec(bare);
    if (found) return read(found.groups ?? {});
  }
  return null;
}

export interface TimeAsked {
  /** As the question words it: `in 2023`. */
  readonly words: string;
  /** As `memory.recall` takes it. */
  readonly asOf: string;
}

const TIME_OF_QUESTION = new RegExp(
  `(?<words>(?:(?:back )?in|as of|on|at|during|around)? ?(?<time>${TIME_WORDS}))[?.!\\s]*$`,
  'i',
);
const IN_THE_PAST = /\b(?:did|was|were|had|used to|as of)\b/i;

/** The time a question about one key asks for; null for what is asked of the present, and for talk of some day. */
export function timeAsked(question: string, now: number): TimeAsked | null {
  if (!IN_THE_PAST.test(question) || !askedKey(question)) return null;
  const { words = '', time = '' } = TIME_OF_QUESTION.exec(question.trim())?.groups ?? {};
  const period = time ? periodOf(time, now) : null;
  if (!period || period.start >= now) return null;
  const [from, to] = [new Date(period.start).toISOString(), new Date(period.end).toISOString()];
  const isYear = /-01-01T00:00:00.000Z$/.test(from) && /-01-01T00:00:00.000Z$/.test(to);
  const isMonth = /-01T00:00:00.000Z$/.test(from) && /-01T00:00:00.000Z$/.test(to);
  return { words: words.trim(), asOf: from.slice(0, isYear ? 4 : isMonth ? 7 : 10) };
}
