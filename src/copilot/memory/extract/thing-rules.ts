/** What people say of what is theirs: "my cluster is called…", "our API runs on…", "my sister lives in…". */
import { thirdPerson } from './phrasing.ts';
import { type Draft, isPassing, isPointing, type Rule } from './rule.ts';
import { subjectCategory } from './subject-category.ts';

/** One to five words, none of them a verb that would end the subject earlier. */
const SUBJECT = String.raw`(?<subject>[\w'’.:&/-]+(?: (?!(?:is|are|was|were|called|named|runs?|that|which|who|i|i'm|we|you|says?|said|and|because|if|when)\b)[\w'’.:&/-]+){0,4}?)`;
const VERB =
  'runs?|lives?|works?|has|have|uses?|starts?|ends?|begins?|expires?|prefers?|likes?|loves?|hates?|speaks?|plays?|meets?|happens?|takes place|sits?|costs?|weighs?|belongs?|studies|teaches|goes to';

/** Said of a thing for an hour, not for a year. */
const STATE =
  /^(?:not |all |still |now |so |too |very |really |pretty |almost |currently |always |completely )*(?:(?!evening|morning|spring)\w+ing\b|broken|down|up|slow|stuck|dead|late|wrong|full|empty|gone|missing|ready|done|fine|ok|okay|good|bad|great|red|green$|flaky|weird|crashed|unreachable|offline|online|healthy|unhealthy|back|out|about to|that|on fire|because|why|how|what|if|whether|still|now|too|so|very|as follows|below|above|here|there|it|this|different|correct|empty|invalid|tired|sick|unhappy|the (?:problem|same|issue|one)|due to|corrupted|outdated|behind|high|low|hot|cold|crap|awesome|amazing|blocked|stolen|ruined|killing|drained|evicted|pending|unstable|overloaded|lost)\b/i;
/** Something was done to it: news, unless the word says where or how it stands for good. */
const EVENT =
  /^(?:been |getting )?(?!based|located|hosted|named|called|managed|deployed|scheduled|connected|powered|backed|planned|married|retired|mounted|plugged|encrypted|mirrored|self-hosted|red\b|bed)[\w-]+(?:ed|len|ken|wn)\b/i;
/** For a thing of no known kind only a definite statement counts: a name, a number, a place, "a …". */
const DEFINITE = /^(?:an? |in |at |on |under |behind |from |made |called |\p{Lu}|\d)/u;
/** Things of the moment, or of the talk itself. */
const OF_THE_MOMENT =
  /\b(?:questions?|problems?|issues?|guess|points?|concerns?|understanding|mistakes?|bet|thoughts?|ideas?|opinion|fault|errors?|output|pods?|pr|branch|script|query|command|request|messages?|turn|apologies|code|bad|worry|hope|wish|impression|feeling|suggestion|answer|first|last|next|current|latest|deploy|deployment|commit|screen|cursor|input)$/i;
const AIM = /\b(?:goal|plan|dream|aim|target|ambition|resolution|objective)$/i;
/** Settings, although their last word may stand for something of the moment. */
const LASTING = /^(?:ci|ci\/cd|(?:default|main|release) branch|deploy (?:tool|target|day))$/i;
const FIXED_BUILD = /\b(?:build|test|pipeline|ci|deploy|deployment|job)s?$/i;

const plainSubject = (subject: string) => subject.replaceAll('’', "'");

function named({ whose = '', subject = '', verb = 'is', name = '' }: Readonly<Record<string, string>>): Draft | null {
  if (
    /^the$/i.test(whose) &&
    /^(?:\w+ )?(?:function|method|class|variable|field|file|error|command|option|flag|thing|problem|event|endpoint|column|parameter|package|concept|pattern|technique)$/i.test(
      subject,
    )
  )
    return null;
  const category = subjectCategory(subject) ?? 'general';
  return {
    text: `${plainSubject(subject)} ${verb} called ${name}`,
    category,
    confidence: 0.9,
  };
}

function state({ subject = '', verb = '', rest = '' }: Readonly<Record<string, string>>): Draft | null {
  const isAim = AIM.test(subject) && /^to /i.test(rest);
  const isOfTheMoment = !LASTING.test(subject) && (OF_THE_MOMENT.test(subject) || FIXED_BUILD.test(subject));
  if (isOfTheMoment || (!isAim && /^to /i.test(rest)) || STATE.test(rest) || isPassing(rest) || isPointing(rest))
    return null;
  if (rest.split(' ').length > 16) return null;
  const known = subjectCategory(subject);
  if (
    EVENT.test(rest) ||
    /^(?:my|our|like|about)\b/i.test(rest) ||
    (!known && !LASTING.test(subject) && !DEFINITE.test(rest))
  )
    return null;
  return {
    text: `${plainSubject(subject)} ${verb} ${rest}`,
    category: known ?? subjectCategory(rest) ?? 'general',
    confidence: known ? 0.85 : 0.7,
  };
}

/** `runs on` says where a thing lives; `runs out of` and `runs slow` say how it is today. */
function act({ subject = '', verb = '', rest = '' }: Readonly<Record<string, string>>): Draft | null {
  if (isPassing(rest) || isPointing(rest) || rest.split(' ').length > 16) return null;
  if (OF_THE_MOMENT.test(subject) && !FIXED_BUILD.test(subject)) return null;
  if (
    /^runs?$/i.test(verb) &&
    !/^(?:on|in|at|under|behind|with|every|daily|nightly|weekly|twice|once|from|k3s|k8s|\p{Lu}|\d)/u.test(rest)
  )
    return null;
  if (/^works?$/i.test(verb) && !/^(?:at|for|as|in|on|from|with|remotely|part|nights)\b/i.test(rest)) return null;
  if (
    /^(?:has|have)$/i.test(verb) &&
    /^(?:an? )?(?:problem|issue|bug|error|question|leak|typo|to|been|no idea|stopped|gone|crashed|lost|too|\w+ed)\b/i.test(
      rest,
    )
  )
    return null;
  const known = subjectCategory(subject);
  if (!known && /^(?:has|have|needs?)$/i.test(verb)) return null;
  if (/^(?:so|too|seen|been|got)\b/i.test(rest)) return null;
  const isPlural = /[^s]s$/i.test(subject) && !/(?:runs|uses|has|ends)$/i.test(verb);
  const said = /s$|^have$|^has$|^takes|^goes/i.test(verb) || isPlural ? verb : thirdPerson(verb);
  return {
    text: `${plainSubject(subject)} ${said} ${rest}`,
    category: known ?? subjectCategory(rest) ?? 'general',
    confidence: known ? 0.85 : 0.7,
  };
}

/** A name that leads a sentence; words that only look like one are none. */
const NAMED = String.raw`(?<subject>(?!(?:Every|Some|Any|No|Who|What|This|That|These|Those|There|Here|It|He|She|They|You|All|Most|Many|People|Python|Java|Linux|Docker|Kubernetes|Node|Git)(?:\w*\b))\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)`;
const COUNTED = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)';
const PORT_OR_NAME = String.raw`(?:port \d+|(?:an? |the )?\p{Lu}[\w.+-]*(?: [\w.+-]+){0,3})`;

const plainly = ({ subject = '', verb = '', rest = '' }: Readonly<Record<string, string>>): Draft | null =>
  isPassing(rest) || isPointing(rest) || OF_THE_MOMENT.test(subject)
    ? null
    : {
        text: `${plainSubject(subject)} ${verb} ${rest}`,
        category: subjectCategory(subject) ?? subjectCategory(rest) ?? 'general',
        confidence: 0.75,
      };

export const THING_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`^(?<whose>my|our|the) ${SUBJECT} (?<verb>is|are) (?:called|named) (?<name>.+)$`, 'iu'),
    read: named,
  },
  {
    pattern: /^(?:i|we) (?:call|named|call) (?:my|our|the) (?<subject>[\w -]{2,40}?) (?<name>\p{Lu}\S*)$/iu,
    read: ({ subject = '', name = '' }) => (/^\p{Lu}/u.test(name) ? named({ whose: 'my', subject, name }) : null),
  },
  {
    pattern: new RegExp(
      `^(?:my|our) ${SUBJECT}(?: ?'s) (?<what>name|birthday|email|phone number|first language) (?<verb>is) (?<rest>.+)$`,
      'iu',
    ),
    read: ({ subject = '', what = '', verb = '', rest = '' }) => ({
      text: `${plainSubject(subject)}'s ${what} ${verb} ${rest}`,
      category: subjectCategory(subject) ?? 'people',
      confidence: 0.9,
    }),
  },
  {
    pattern: new RegExp(
      `^(?:my|our) ${SUBJECT} (?:always |usually |also |now |currently |still )?(?<verb>is|are) (?<rest>.+)$`,
      'iu',
    ),
    read: state,
  },
  {
    pattern: new RegExp(
      `^(?:my|our) (?:whole |entire )?${SUBJECT} (?:always |usually |also |now |currently |still )?(?<verb>${VERB}) (?<rest>.+)$`,
      'iu',
    ),
    read: act,
  },
  { pattern: new RegExp(`^${NAMED} (?<verb>lives|is based) (?<rest>(?:in|near) \\p{Lu}.+)$`, 'u'), read: plainly },
  { pattern: new RegExp(`^${NAMED} (?<verb>works) (?<rest>(?:at|for) \\p{Lu}.+)$`, 'u'), read: plainly },
  { pattern: new RegExp(`^${NAMED} (?<verb>runs) (?<rest>on ${PORT_OR_NAME})$`, 'u'), read: plainly },
  {
    pattern: new RegExp(
      `^(?<subject>${NAMED.replace('<subject>', ':').replace('(:', '(?:')}(?:'s) (?:birthday|email|phone number|address)) (?<verb>is) (?<rest>.+)$`,
      'u',
    ),
    read: plainly,
  },
  {
    pattern: new RegExp(`^the ${SUBJECT} (?<verb>runs?) (?<rest>on ${PORT_OR_NAME})$`, 'iu'),
    read: ({ subject = '', verb, rest = '' }) =>
      /^on (?:port|an? \p{Lu}|\p{Lu})/u.test(rest) ? plainly({ subject, verb: verb ?? '', rest }) : null,
  },
  {
    pattern: new RegExp(
      `^the ${SUBJECT} (?<verb>has) (?<rest>${COUNTED} (?:nodes?|people|members|workers|replicas|cores|machines|boards|servers))$`,
      'iu',
    ),
    read: plainly,
  },
  {
    pattern:
      /^the (?<subject>(?:[\w-]+ )?(?:deadline|release|launch|budget|kick-?off|due date|demo|offsite)) (?<verb>is) (?<rest>(?:on |at )?(?:the )?(?:\d|\p{Lu}|[€$£]).+)$/iu,
    read: ({ subject = '', verb = '', rest = '' }) => (/\d/.test(rest) ? plainly({ subject, verb, rest }) : null),
  },
];
