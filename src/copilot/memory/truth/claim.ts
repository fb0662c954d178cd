/**
 * What a fact claims, as (subject, attribute, value): so that a newer "Lives in Porto" is known to replace "Lives in
 * Lisbon", and nothing else is. Reads the wording facts are written in, with or without "I". Pure.
 */
import { plainWords } from './plain-words.ts';
import { statementClaim } from './statement-claim.ts';

export interface Claim {
  /** `owner`, or the person or thing as named: `sister`, `staging cluster`. */
  readonly subject: string;
  /** What of it: `home`, `name`, `deploy tool`; opinions and things used have one of their own each. */
  readonly attribute: string;
  /** Compared as words; `yes` and `no` where the attribute names the thing itself. */
  readonly value: string;
  /** `one`: a newer value replaces the old. `many`: it does so only when told as news. */
  readonly holds: 'one' | 'many';
  /** What does not change, and so held before it was told: a birthday, a name of a person. */
  readonly isTimeless?: boolean;
}

const OWNER = 'owner';
const YES = 'yes';
const NO = 'no';

/** Where a sentence goes on with when or under which condition it holds, it speaks of less than everything. */
const SCOPE =
  / (?:(?:in|on|during|at) (?:the )?(?:week(?:days?|ends?)?|summers?|winters?|spring|autumn|mornings?|evenings?|afternoons?|nights?|work|home|holidays?|production|prod|staging|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\p{Lu}\p{Ll}+ mode)|(?:when|whenever|while|if|because|since|with a passion)\b.*|part[- ]time|after (?:lunch|work|dinner))$/u;

interface Part {
  readonly value: string;
  readonly scope: string;
}

function scoped(text: string): Part {
  const found = SCOPE.exec(text);
  return found ? { value: text.slice(0, found.index), scope: `,${found[0]}` } : { value: text, scope: '' };
}

type Groups = Readonly<Record<string, string>>;
interface Pattern {
  readonly pattern: RegExp;
  read(found: Groups): Omit<Claim, 'subject'> & { subject?: string };
}

const S = String.raw`(?:(?<s>(?!(?:not|does|never|always|usually|no longer|cannot)\b)[^,;]{2,60}?) )?`;
/** The subject when there is one: "Sister lives in Rome"; "I", "we" and nothing are the owner. */
const subjectOf = (s: string | undefined): string => (!s || /^(?:i|we|i'm|we're)$/i.test(s) ? OWNER : plainWords(s));

const one = (attribute: string, text: string, more: Partial<Claim> = {}): Omit<Claim, 'subject'> => {
  const { value, scope } = scoped(text);
  return { attribute: plainWords(`${attribute}${scope}`), value: plainWords(value), holds: 'one', ...more };
};
const either = (attribute: string, isSo: boolean): Omit<Claim, 'subject'> => ({
  attribute: plainWords(attribute),
  value: isSo ? YES : NO,
  holds: 'one',
});

const LIKES =
  /^(?:likes?|loves?|enjoys?|adores?|prefers?|favou?rs?|fond of|fan of|into|interested in|keen on|passionate about)$/i;

const r = (pattern: string): RegExp => new RegExp(pattern, 'i');

const PATTERNS: readonly Pattern[] = [
  { pattern: /^(?:name is|(?:i'm|is) called) (?<v>.+)$/i, read: ({ v = '' }) => one('name', v, { isTimeless: true }) },
  {
    pattern: /^(?<part>full|first|last|middle) name is (?<v>.+)$/i,
    read: ({ part, v = '' }) => one(`${part} name`, v),
  },
  { pattern: /^goes by (?<v>.+)$/i, read: ({ v = '' }) => one('nickname', v) },
  {
    pattern: r(
      `^${S}(?:is |are )?(?:lives?|living|based|resides?) (?:in|near|at|on|outside|out of|just outside) (?<v>.+)$`,
    ),
    read: ({ s, v = '' }) => ({ subject: subjectOf(s), ...one('home', v) }),
  },
  { pattern: /^home is (?:in )?(?<v>.+)$/i, read: ({ v = '' }) => one('home', v) },
  {
    pattern: r(`^${S}works? (?:at|for) (?<v>.+)$`),
    read: ({ s, v = '' }) => ({ subject: subjectOf(s), ...one('employer', v) }),
  },
  { pattern: r(`^${S}works? as (?<v>.+)$`), read: ({ s, v = '' }) => ({ subject: subjectOf(s), ...one('role', v) }) },
  { pattern: /^married to (?<v>.+)$/i, read: ({ v = '' }) => one('spouse', v) },
  { pattern: /^(?:i'm |is )?(?<v>\d{1,3}) years old$/i, read: ({ v = '' }) => one('age', v) },
  { pattern: /^(?:was )?born (?:in|on) (?<v>.+)$/i, read: ({ v = '' }) => one('birth', v, { isTimeless: true }) },
  {
    pattern: /^(?:originally |comes? )?from (?<v>\p{Lu}.+)$/iu,
    read: ({ v = '' }) => one('origin', v, { isTimeless: true }),
  },
  {
    pattern: /^(?:i'm |is )?(?<not>not )?(?:an? )?(?<v>vegetarian|vegan|pescatarian|omnivore)$/i,
    read: ({ not, v = '' }) => (not ? either(`diet ${v}`, false) : { ...one('diet', v) }),
  },
  {
    pattern: r(
      `^(?<s>.+ team|team|.+) (?:has|have|is|are|counts) (?<v>\\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|no) (?<what>people|members|nodes?|engineers|developers|workers|replicas|cores|machines|boards|boxes|servers|users|seats|rooms|floors|employees)$`,
    ),
    read: ({ s, v = '', what = '' }) => ({
      subject: subjectOf(s),
      ...one(`number of ${what.replace(/s$/, '')}`, v),
    }),
  },
  {
    pattern: r(`^${S}deploys? (?<object>\\w+ )?(?:with|via|through|using|by) (?<v>.+)$`),
    read: ({ s, object, v = '' }) => ({
      subject: subjectOf(s),
      ...one(/^(?:everything|all|it|apps?)?\s*$/i.test(object ?? '') ? 'deploy tool' : `deploy tool ${object}`, v),
    }),
  },
  {
    pattern: r(`^${S}deploys? (?:\\w+ )?(?:to|on) (?<v>.+)$`),
    read: ({ s, v = '' }) => ({ subject: subjectOf(s), ...one('deploy target', v) }),
  },
  {
    pattern: /^(?:i |we )?uses? (?<v>.+?) as (?:my |our |the |an? )?(?:main )?(?<z>[\w ]+)$/i,
    read: ({ v = '', z = '' }) => one(z, v),
  },
  {
    pattern: /^(?:i |we )?uses? (?<v>.+?) for (?:my |our |the )?(?<z>[\w ]+)$/i,
    read: ({ v = '', z = '' }) => one(`tool for ${z}`, v),
  },
  { pattern: /^(?:i |we )?drives? (?:an? )?(?<v>.+)$/i, read: ({ v = '' }) => one('drives', v) },
  {
    pattern: /^(?:i |we )?prefers? (?<a>.+?) (?:over|to|more than|rather than) (?<b>.+)$/i,
    read: ({ a = '', b = '' }) => one(`choice of ${[plainWords(a), plainWords(b)].sort().join(' or ')}`, a),
  },
  {
    pattern:
      /^(?:i |we |i'm |is )?(?<not>does not |don't |not (?:an? )?)?(?<verb>likes?|loves?|enjoys?|adores?|prefers?|favou?rs?|hates?|dislikes?|detests?|despises?|cannot stand|can't stand|fond of|fan of|interested in|keen on|passionate about|afraid of) (?<v>.+)$/i,
    read: ({ not, verb = '', v = '' }) => either(`opinion of ${plainWords(v)}`, LIKES.test(verb) === !not),
  },
  {
    pattern:
      /^(?:i |we |i'm |is )?(?<not>does not |don't |do not |not |no longer |never |cannot |can't )?(?<verb>uses?|speaks?|plays?|have|has|owns?|eats?|drinks?|smokes?|allergic to|learning|studying|rides?|runs?|follows?|hosts?|supports?|reads?|rely on|relies on) (?<v>.+)$/i,
    read: ({ not, verb = '', v = '' }) =>
      either(
        `${plainWords(verb)
          .replace(/^ha(?:s|ve)$/, 'has')
          .replace(/^uses$/, 'use')} ${plainWords(v)}`,
        !not,
      ),
  },
];

/** More than one statement, or a sentence that was cut wrongly. */
const NO_SUBJECT = /\b(?:i|we|and|but|when|that|which|who|because|if|my|our|is|are)\b/;

/** What the words of a fact claim; null where they fit no pattern, and so replace nothing. */
export function claimOf(fact: string): Claim | null {
  const text = fact
    .normalize('NFKC')
    .replaceAll(/[’‘]/g, "'")
    .replace(/[\s.!…]+$/, '')
    .trim();
  for (const { pattern, read } of PATTERNS) {
    const found = pattern.exec(text)?.groups;
    const claim = found && { subject: OWNER, ...read(found) };
    if (claim && !NO_SUBJECT.test(claim.subject)) return claim;
  }
  return statementClaim(text);
}
