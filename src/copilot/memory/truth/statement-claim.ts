/**
 * Reads "X is Y", "X's Z is Y" and "X runs on Y" as claims. What is claimed depends on the shape of Y, so that "car is red"
 * never replaces "car is a Golf", nor "standup is on Zoom" the time of the standup. Pure.
 */
import type { Claim } from './claim.ts';
import { plainWords } from './plain-words.ts';

const NUMBER = String.raw`(?:\d[\d.,:/-]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)`;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/** Tried in order; what has no shape of these is a description, and several may hold at once. */
const SHAPES: readonly (readonly [shape: string, pattern: RegExp])[] = [
  [
    'time',
    new RegExp(
      `^(?:at )?(?:\\d{1,2}:\\d\\d|\\d{1,2} ?[ap]m|noon|midnight)(?: .{0,20})?$|^at ${NUMBER}\\b.{0,20}$`,
      'i',
    ),
  ],
  ['day', /^(?:on |every )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b.{0,30}$/i],
  [
    'date',
    new RegExp(
      `^(?:on |due on )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}|\\d{4}-\\d\\d-\\d\\d)\\b.{0,20}$`,
      'i',
    ),
  ],
  ['medium', /^(?:on|via|over) (?:zoom|teams|meet|slack|discord|jitsi|phone|google meet)\b/i],
  ['place', /^(?:in|at|under|behind|inside|near|next to|on the|on top of) .{2,60}$/i],
  ['amount', new RegExp(`^(?:about |around |up to |only )?[€$£]?${NUMBER} ?\\S{0,12}(?: \\S+){0,3}$`, 'i')],
  ['kind', /^(?:an?|the) .{2,60}$/i],
  ['name', /^\p{Lu}[\p{L}\p{N}.+#'&/-]*(?: [\p{L}\p{N}.+#'&/-]+){0,4}$/u],
];
/** What a thing has one of, whatever word stands for it: the favourite colour, the default branch, the shell. */
const SETTING =
  /\b(?:favou?rite .+|preferred .+|default .+|main .+|current .+|(?:e-?mail|address|time ?zone|colou?r|language|shell|editor|ide|browser|theme|font|os|branch|budget|rent|salary|version|port|birthday|status page|database|db|ci|stack|framework|provider|registrar|host|bank|insurance|phone|nickname|password manager|job title|title|boss|manager|doctor|dentist|landlord|therapist|partner|deadline|goal|school|hostname|domain|region|plan)|.+ (?:database|branch|time|day|date|port|version|name|address))$/i;
const TIMELESS = /\b(?:birthday|birth ?place|blood type|first language|mother tongue|anniversary)$/i;
/** Many at once, so none replaces another: things of one owner without a name. */
const ONE_OF_SEVERAL = /^(?:other|another|old|second|third|former|ex|spare|previous|first|next|one of)\b/i;
/** People are several things at once: a nurse and a mother. */
const PERSON =
  /^(?:\w+'s )?(?:wife|husband|partner|girlfriend|boyfriend|son|daughter|mother|mom|mum|father|dad|brother|sister|cousin|uncle|aunt|niece|nephew|friend|colleague|neighbou?r|boss|manager|i)$/i;

const shapeOf = (value: string): string | null => SHAPES.find(([, pattern]) => pattern.test(value))?.[0] ?? null;

const BE = /^(?<s>[^,;]{2,60}?)(?:'s)? (?:is|are|was|were) (?<not>not )?(?<v>.+)$/i;
const CALLED = /^(?<s>[^,;]{2,60}?) (?:is|are) (?:called|named) (?<v>.+)$/i;
const RUNS_ON_PORT = /^(?<s>[^,;]{2,60}?) (?:runs?|listens?|is) on port (?<v>\d+)$/i;
const VERBS: readonly (readonly [attribute: string, pattern: RegExp, holds: Claim['holds']])[] = [
  [
    'schedule',
    /^(?<s>backups?|releases?|deploys?|builds|jobs|.{2,40} (?:backups?|job|cron|sync|builds?|releases?)) (?:runs?|happens?|start|starts|go out|are) (?:on|at|every|daily|nightly|weekly) ?(?<v>.+)$/i,
    'one',
  ],
  ['runs on', /^(?<s>[^,;]{2,60}?) (?:runs?|lives?|sits?) (?:on|in|at) (?<v>.+)$/i, 'one'],
  [
    'runs',
    /^(?<s>(?:[^,;]{1,60} )?(?:laptop|desktop|server|nas|router|phone|pc|machine|node|workstation|computer|box)) runs? (?<v>.+)$/i,
    'one',
  ],
  ['hosted', /^(?<s>[^,;]{2,60}?) (?:is|are) hosted (?:on|at|by|in) (?<v>.+)$/i, 'one'],
  [
    'school',
    /^(?<s>[^,;]{2,60}?) (?:goes|go) to (?<v>.*\b(?:school|kindergarten|university|college|academy|gymnasium)\b.*)$/i,
    'one',
  ],
  ['time', /^(?<s>[^,;]{2,60}?) (?:starts?|begins?|happens?|takes place) (?:at|on) (?<v>.+)$/i, 'one'],
  ['cost', /^(?<s>[^,;]{2,60}?) costs? (?<v>.+)$/i, 'one'],
];

const claim = (s: string, attribute: string, v: string, holds: Claim['holds']): Claim => ({
  subject: plainWords(s),
  attribute,
  value: plainWords(v),
  holds,
});

/** "Ana's birthday": of Ana, the birthday. "Favourite colour": of the owner. */
function ofWhom(subject: string): { subject: string; attribute: string } {
  const [, whose, what] = /^(.+?)'s? (.+)$/.exec(subject) ?? [];
  return whose && what
    ? { subject: plainWords(whose), attribute: plainWords(what) }
    : { subject: 'owner', attribute: plainWords(subject) };
}

function being(s: string, v: string, not: string | undefined): Claim | null {
  if (ONE_OF_SEVERAL.test(plainWords(s)) || /^(?:there|it|this|that|here|i|he|she|they)\b/i.test(s)) return null;
  const of = ofWhom(s.replace(/^(?:my|our|the) /i, ''));
  const isSetting = SETTING.test(of.attribute);
  const shape = shapeOf(v);
  const base = {
    subject: of.subject,
    value: plainWords(v),
    ...(TIMELESS.test(of.attribute) ? { isTimeless: true } : {}),
  };
  if (not) return { ...base, attribute: `${of.attribute} is ${plainWords(v)}`, value: 'no', holds: 'one' };
  if (isSetting && (!shape || !/^(?:place|medium)$/.test(shape)))
    return { ...base, attribute: of.attribute, holds: 'one' };
  if (!shape) return { ...base, attribute: `${of.attribute} is ${plainWords(v)}`, value: 'yes', holds: 'one' };
  const attribute = /^(?:kind|name)$/.test(shape) ? of.attribute : `${of.attribute} ${shape}`;
  return {
    ...base,
    attribute,
    value: plainWords(v.replace(/^(?:at|on) /i, '')),
    holds: PERSON.test(of.attribute) && shape === 'kind' ? 'many' : 'one',
  };
}

/** "My manager is called Ingrid" and "my manager is Ingrid" say the same of me; what a thing is called is its name. */
export function nameKey(thing: string): { subject: string; attribute: string } {
  const of = ofWhom(thing.replace(/^(?:my|our|the) /i, ''));
  return PERSON.test(of.attribute) ? of : { subject: plainWords(thing), attribute: 'name' };
}

export function statementClaim(text: string): Claim | null {
  const called = CALLED.exec(text)?.groups;
  if (called) {
    const { s = '', v = '' } = called;
    return ONE_OF_SEVERAL.test(plainWords(s)) ? null : { ...nameKey(s), value: plainWords(v), holds: 'one' };
  }
  const port = RUNS_ON_PORT.exec(text)?.groups;
  if (port) return claim(port.s ?? '', 'port', port.v ?? '', 'one');
  for (const [attribute, pattern, holds] of VERBS) {
    const found = pattern.exec(text)?.groups;
    if (found && !/\b(?:is|are|has|i|we|not)\b/i.test(found.s ?? ''))
      return claim(found.s ?? '', attribute, found.v ?? '', holds);
  }
  const role = /^(?:i'm|is) (?<not>not )?(?<v>(?:an?|the) .+)$/i.exec(text)?.groups;
  if (role) return roleClaim(role.v ?? '', role.not);
  const quality = /^(?:i'm|is) (?<not>not )?(?<v>.+)$/i.exec(text)?.groups;
  if (quality)
    return {
      subject: 'owner',
      attribute: `is ${plainWords(quality.v ?? '')}`,
      value: quality.not ? 'no' : 'yes',
      holds: 'one',
    };
  const found = BE.exec(text)?.groups;
  return found ? being(found.s ?? '', found.v ?? '', found.not) : null;
}

const WORK =
  /\b(?:engineer|developer|manager|lead|sre|devops|designer|teacher|nurse|student|consultant|architect|analyst|scientist|founder|cto|ceo|admin|administrator|contractor|freelancer|programmer|researcher|doctor|maintainer|tester|intern)\b/i;

/** A profession may give way to another when told as news; other things a person is are not told apart that way. */
function roleClaim(v: string, not: string | undefined): Claim {
  if (!WORK.test(v) || not)
    return { subject: 'owner', attribute: `is ${plainWords(v)}`, value: not ? 'no' : 'yes', holds: 'one' };
  return { subject: 'owner', attribute: 'role', value: plainWords(v), holds: 'many' };
}
