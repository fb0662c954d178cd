/** What people say of themselves and their team: "I prefer…", "I live in…", "we deploy with…", "I never…". */
import { thirdPerson } from './phrasing.ts';
import { type Draft, isPassing, isPointing, type Rule } from './rule.ts';
import { type FactCategory, subjectCategory } from './subject-category.ts';

const ADVERB =
  '(?:really|much|strongly|generally|usually|absolutely|actually|also|still|mostly|just|personally|currently|mainly|typically|both|all|truly|kind of|sort of)';
const NAME = String.raw`(?<name>[\p{L}][\p{L}'.-]*(?: [\p{Lu}][\p{L}'.-]*){0,3})`;

/** "tom from now on" is Tom: after the first word of a name, only capitals go on with it. */
const nameOf = (words: string): string => /^\S+(?: \p{Lu}\S*)*/u.exec(words)?.[0] ?? words;

function preference({ not, verb = '', thing = '' }: Readonly<Record<string, string>>): Draft | null {
  if (isPointing(thing) || isPassing(thing) || /^it (?:when|if) (?!you|people|we|i)/i.test(thing)) return null;
  if (/^to (?:know|see|hear|get|ask|think|say|thank)\b/.test(thing)) return null;
  const isRefused = /can't/.test(verb);
  const text = isRefused
    ? `Cannot stand ${thing}`
    : not
      ? `Does not ${verb} ${thing}`
      : `${thirdPerson(verb)} ${thing}`;
  return { text, category: 'preferences', confidence: 0.9 };
}

function usage({ not, verb = '', thing = '' }: Readonly<Record<string, string>>, who: string): Draft | null {
  if ((isPointing(thing) && !/^to \p{Lu}/u.test(thing)) || isPassing(thing)) return null;
  const isUsing = /^use$/i.test(verb);
  const category = subjectCategory(thing) ?? (who === 'we' || !isUsing ? 'infrastructure' : 'preferences');
  const words = /no longer/.test(not ?? '')
    ? `No longer ${thirdPerson(verb)}`
    : not
      ? `Does not ${verb}`
      : thirdPerson(verb);
  return { text: `${words} ${thing}`, category, confidence: 0.85 };
}

/** Acts that are complaints or reports, not habits: "I always get this error". */
const NO_HABIT =
  /^(?:get|got|see|saw|forget|know|knew|think|thought|said|hear|heard|have to|had|wanted|tried|wonder|end up|fail|feel|felt|understand|understood|seem|was|were|been|happen|hit|lose|mess|thank|appreciate|mean|meant|need|can|could|will|would|should|did|made|asked|told|found|notice|struggle|confuse|mix|mind|even)\b|^\w+ed\b/i;
const CLOCK =
  /\b(?:\d{1,2}(?::\d\d)? ?(?:am|pm)?|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dawn|sunrise)\b/i;
const DAILY_ACT =
  /^(?:start|stop|finish|wake|get up|sleep|leave|go|begin|work|log on|eat|have (?:lunch|dinner|breakfast)|lunch)\b/i;

function habit({ how = '', act = '' }: Readonly<Record<string, string>>): Draft | null {
  if (NO_HABIT.test(act) || isPassing(act) || isPointing(act)) return null;
  const [verb = '', ...rest] = act.split(' ');
  const isTend = /^tend to$/i.test(how);
  const done = isTend
    ? `Tends to ${act}`
    : /^not$/i.test(verb)
      ? `${how} does ${act}`
      : `${how} ${[thirdPerson(verb), ...rest].join(' ')}`;
  const category: FactCategory = DAILY_ACT.test(act) && CLOCK.test(act) ? 'schedule' : 'preferences';
  return { text: done, category, confidence: 0.8 };
}

const NO_POSSESSION =
  /^(?:an? |some |two |three |few |several )?(?:\w+ )?(?:problems?|issues?|questions?|bugs?|errors?|feelings?|ideas?|doubts?|meetings?|calls?|headaches?|hard time|few|minutes?|moments?|look|lot|bit|bunch|point|deadlines?|suspicion|clue|hunch|request|favou?r|theory|plan|choice|typo|failing|pod|pull request|pr|log|script|file|function|test|query|crash|chance|reason|task|job interview|cold|fever|flu|guess|weird|strange|list|yaml|manifest|warning|conflict|merge|leak|good|bad|second|couple of (?:questions|minutes|hours|things))\b/i;
const NO_THING = /^(?:no|any more|an answer|any idea)\b|\b(?:was|were|lost|stolen|put|please|need|coming up)\b/i;
const CONDITION =
  "asthma|diabetes|adhd|dyslexia|migraines?|epilepsy|c(?:o)?eliac(?: disease)?|high blood pressure|a bad (?:back|knee)|arthritis|hay fever|insomnia|tinnitus|(?:a|an) [\\w ]{1,20}allergy|type [12] diabetes|carpal tunnel(?: syndrome)?|rsi|anxiety|asperger's|autism";
const DIET =
  'vegetarian|vegan|pescatarian|diabetic|c(?:o)?eliac|lactose[- ]intolerant|gluten[- ]intolerant|colou?r[- ]?blind|dyslexic|left-handed|asthmatic|deaf|hard of hearing|short-sighted|near-sighted|autistic|epileptic|pregnant';
const NO_ROLE =
  /^(?:bit|little|lot|mess|idiot|moron|couple|few|tad|mix|victim|fan|total|step|week|day|minute|human|person who|wreck|lost|stuck|fool|newbie here|big|huge|one|only one|same|problem|first|last|worst|best)\b/i;
const NATIONAL = /^(?:\p{Lu}\p{Ll}+(?:ian|ean|ese|ish|an|ic)|Dutch|French|Greek|Czech|Swiss|Welsh|Thai)$/u;
const NO_NAME =
  /^(?:back|later|when|if|crazy|a|an|the|at|on|in|after|before|tomorrow|today|asap|stupid|old|whatever|again|done|sorry|ok|out|it|that|this|once|now|here|there|not|so|afk|sure|glad)\b/i;

const owner = (text: string, category: FactCategory, confidence = 0.9): Draft => ({ text, category, confidence });

export const OWNER_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`^(?:my (?:(?<part>full|first|last|middle) )?name(?: is|'s)|the name's) ${NAME}$`, 'iu'),
    read: ({ part, name = '' }) => owner(`${part ? `${part} name` : 'name'} is ${nameOf(name)}`, 'identity', 0.95),
  },
  {
    pattern: new RegExp(
      `^(?:i'm (?:called|known as)|people call me|everyone calls me|my friends call me|you can call me|call me|i go by) ${NAME}(?:,? .*)?$`,
      'iu',
    ),
    read: ({ name = '' }) => (NO_NAME.test(name) ? null : owner(`Goes by ${nameOf(name)}`, 'identity')),
  },
  {
    pattern: new RegExp(
      `^(?:i|we) (?:${ADVERB} )?(?<not>don't )?(?:${ADVERB} )?(?<verb>prefer|like|love|hate|dislike|enjoy|adore|detest|despise|avoid|favou?r|can't stand) (?<thing>.+)$`,
      'i',
    ),
    read: preference,
  },
  {
    pattern:
      /^i'm (?<not>not )?(?:really |also |quite )?(?<what>(?:an? )?(?:big |huge )?(?:fan of|interested in|into|good at|bad at|terrible at|new to|fond of|afraid of|passionate about|keen on|tired of) )(?<thing>.+)$/i,
    read: ({ not, what = '', thing = '' }) =>
      isPointing(thing) || isPassing(thing)
        ? null
        : owner(`${not ?? ''}${what.replace(/^an? /i, not ? '$&' : '')}${thing}`, 'preferences', 0.8),
  },
  {
    pattern:
      /^i'm (?<not>not )?(?<how>(?:severely|badly|slightly|mildly|deathly|also|very) )?allergic to (?<thing>.+)$/i,
    read: ({ not, how, thing = '' }) => owner(`${not ?? ''}${how ?? ''}allergic to ${thing}`, 'health', 0.95),
  },
  {
    pattern: new RegExp(`^i'm (?<not>not )?(?:also )?(?:an? )?(?<what>${DIET})(?<rest> .*)?$`, 'i'),
    read: ({ not, what = '', rest }) => owner(`Is ${not ?? ''}${what}${rest ?? ''}`, 'health'),
  },
  {
    pattern: new RegExp(`^i (?:also )?have (?<what>${CONDITION})(?<rest>.*)$`, 'i'),
    read: ({ what, rest }) => owner(`Has ${what}${rest ?? ''}`, 'health'),
  },
  {
    pattern: /^i (?<not>don't|can't) (?<verb>eat|drink|smoke) (?<thing>.+)$/i,
    read: ({ not = '', verb, thing = '' }) =>
      isPointing(thing) ? null : owner(`${/can/i.test(not) ? 'Cannot' : 'Does not'} ${verb} ${thing}`, 'health'),
  },
  {
    pattern:
      /^(?:i|we)(?: (?:currently|now|still|both))? live (?<where>(?:in|near|on|at|outside|between|just outside|with) .+)$/i,
    read: ({ where = '' }) =>
      /^with/i.test(where) ? owner(`Lives ${where}`, 'people') : owner(`Lives ${where}`, 'identity'),
  },
  {
    pattern:
      /^(?:i'm|we're)(?: (?:currently|originally|now))? (?<how>based (?:in|out of)|from|originally from) (?<where>\p{Lu}.+)$/iu,
    read: ({ how = '', where = '' }) =>
      /^(?:the|a|an|my|our|here)\b/i.test(where) ? null : owner(`${how} ${where}`, 'identity'),
  },
  {
    pattern: /^i (?<how>grew up|was born|was raised) (?<where>(?:in|near|on) .+)$/i,
    read: ({ how, where = '' }) => owner(`${how} ${where}`, 'identity'),
  },
  {
    pattern: /^i'm (?<age>\d{1,3})(?: years old)?$/i,
    read: ({ age }) => owner(`Is ${age} years old`, 'identity'),
  },
  {
    pattern: /^i (?:also )?(?:speak|read and speak) (?<what>\p{Lu}.+)$/iu,
    read: ({ what }) => owner(`Speaks ${what}`, 'identity'),
  },
  {
    pattern:
      /^i (?:also )?work (?<how>at|for|as|on|in|from|with|remotely|part[- ]time|full[- ]time|night shifts|nights)\b(?<where>.*)$/i,
    read: ({ how = '', where = '' }) => {
      if (isPointing(where.trim()) || isPassing(where)) return null;
      const isProject = /^on$/i.test(how) && !/\bteam|squad|shift/i.test(where);
      return owner(`Works ${how}${where}`, isProject ? 'projects' : 'work');
    },
  },
  {
    pattern:
      /^(?:i'm|we're)(?: also| currently)? (?<verb>working on|building|writing|learning|studying|training for|maintaining|saving for|saving up for) (?<what>.+)$/i,
    read: ({ verb = '', what = '' }) => {
      const isLasting =
        /learning|studying|training|saving|maintaining/i.test(verb) ||
        /\b(?:called|named|project|app|book|thesis|library|startup|game|novel|blog|degree|course)\b/i.test(what);
      return isLasting &&
        !/^(?:a ton|a lot|so much|as|the ropes|more)\b/i.test(what) &&
        !isPointing(what) &&
        !isPassing(what)
        ? owner(`${verb} ${what}`, 'projects', 0.8)
        : null;
    },
  },
  {
    pattern: /^i'm (?<article>an?|the) (?<role>.+)$/i,
    read: ({ article, role = '' }) =>
      NO_ROLE.test(role) || isPassing(role) || role.split(' ').length > 10
        ? null
        : owner(
            `Is ${article} ${role}`,
            /\b(?:engineer|developer|manager|lead|sre|devops|designer|teacher|nurse|student|consultant|architect|analyst|scientist|founder|cto|admin|administrator|contractor|freelancer|freelance|programmer|researcher|doctor|maintainer)\b/i.test(
              role,
            )
              ? 'work'
              : 'identity',
            0.8,
          ),
  },
  {
    pattern: /^[Ii]'m (?<what>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?: (?:from|at) .*)?$/u,
    read: ({ what = '' }) => {
      if (NATIONAL.test(what)) return owner(`Is ${what}`, 'identity', 0.8);
      return NO_NAME.test(what) ? null : owner(`Name is ${what}`, 'identity', 0.7);
    },
  },
  {
    pattern: /^i'm married to (?<who>.+)$/i,
    read: ({ who }) => owner(`Married to ${who}`, 'people'),
  },
  {
    pattern:
      /^(?<who>i|we) (?<how>always|never|usually|normally|typically|generally|often|rarely|seldom|tend to|mostly|only ever|hardly ever) (?<act>.+)$/i,
    read: habit,
  },
  {
    pattern: new RegExp(
      `^(?<who>i|we) (?:${ADVERB} )?(?<not>don't |no longer |never )?(?:${ADVERB} )?(?<verb>use|deploy|host|ship|store|manage|monitor|provision|self-host|rely on|back up|code in|develop (?:in|on)|write (?:in|our|all|most|everything)|build (?:with|our|everything|all)|test (?:with|on)|follow|release|commit to|version|support|keep our|track|run (?:on|our|all|everything|in|every|most)) (?<thing>.+)$`,
      'i',
    ),
    read: (found) => {
      const [verb = '', ...particle] = (found.verb ?? '').split(' ');
      return usage({ ...found, verb, thing: [...particle, found.thing].join(' ') }, found.who?.toLowerCase() ?? '');
    },
  },
  {
    pattern: /^we (?<not>don't )?(?:also )?run (?<thing>.+)$/i,
    read: ({ not, thing = '' }) =>
      /^(?:into|out)\b/i.test(thing) ? null : usage({ verb: 'run', thing, ...(not && { not }) }, 'we'),
  },
  {
    pattern:
      /^(?<who>i|we) (?<not>don't )?(?:also )?(?<verb>have|own|drive|ride|keep) (?:got )?(?<thing>(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|no|some|several|any) .+)$/i,
    read: ({ who = '', not, verb = '', thing = '' }) => {
      if (NO_POSSESSION.test(thing) || NO_THING.test(thing) || isPassing(thing)) return null;
      const category = subjectCategory(thing) ?? (/^we$/i.test(who) ? 'work' : 'possessions');
      return owner(not ? `Does not ${verb} ${thing}` : `${thirdPerson(verb)} ${thing}`, category, 0.8);
    },
  },
  {
    pattern: /^we're (?<what>an? .+|\d+ .+|(?:two|three|four|five|six|seven|eight|nine|ten) .+)$/i,
    read: ({ what = '' }) =>
      NO_ROLE.test(what.replace(/^an? /i, '')) || isPassing(what) ? null : owner(`We're ${what}`, 'work'),
  },
];
