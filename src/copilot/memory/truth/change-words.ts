/**
 * Reads news as the state it leads to: "I moved to Porto" is "I live in Porto" and new, "I left Acme" is "I work at Acme"
 * and over, "we switched from Jenkins to Argo" puts one thing in the place of another. Pure.
 */

/** What a statement does to what is already known. */
export type Change =
  | { readonly type: 'state' }
  /** What the clause says is over. */
  | { readonly type: 'end' }
  /** Whatever the owner has or uses of this name is over. */
  | { readonly type: 'end-of'; readonly value: string }
  | { readonly type: 'swap'; readonly from: string | null; readonly to: string }
  /** Something that was so before is so again. */
  | { readonly type: 'return'; readonly to: string };

export interface Changed {
  readonly clause: string;
  readonly change: Change;
  readonly isNews: boolean;
  /** Counts only where the same was known before: "I'm back in Lisbon" may be the end of a journey. */
  readonly onlyIfKnown?: boolean;
}

const WHO = String.raw`(?<who>i|we|(?:my|our) (?:[\w'’-]+ ){0,3}?[\w'’-]+|\p{Lu}[\p{L}'’-]+)`;
const HAVE = `(?:(?:'ve|'s| have| has)? ?(?:just |recently |finally )?)`;
const PLACE = String.raw`(?<v>(?:the )?\p{Lu}[\p{L}.'’-]*(?:[ ,]+(?:\p{Lu}|de |upon |on the |am )[\p{L}.'’-]*)*)`;
const NAME = String.raw`(?<v>(?:the )?[\p{Lu}\d][^,;]*)`;
const GOT = `(?:went|switched|changed|migrated|moved|converted|transitioned)(?: over| away)?`;

const isMe = (who: string): boolean => /^(?:i|we)$/i.test(who);
const verb = (who: string, base: string): string => `${who} ${isMe(who) ? base : `${base}s`}`;

type Groups = Readonly<Record<string, string>>;
interface Reading {
  readonly pattern: RegExp;
  read(found: Groups): Changed | null;
}

const news = (clause: string, more: Partial<Changed> = {}): Changed => ({
  clause,
  change: { type: 'state' },
  isNews: true,
  ...more,
});
const over = (clause: string): Changed => ({ clause, change: { type: 'end' }, isNews: true });

/** Things that stand somewhere rather than being something: "we moved the wiki to Hetzner". */
const HOSTED =
  /\b(?:site|website|wiki|blog|api|app|application|service|services|backend|frontend|server|bot|workloads?|cluster|stack|jobs?|everything)$/i;
const TIME_OF_DAY =
  /^(?:\d{1,2}(?::\d\d)?(?: ?[ap]m)?|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i;
/** Tools one "moves to", so that it is no city. */
const TOOL =
  /\b(?:kubernetes|k8s|k3s|nomad|docker|podman|postgres\w*|mysql|mariadb|sqlite|redis|git\w+|jenkins|argo\w*|flux|helm|kustomize|terraform|opentofu|ansible|aws|azure|gcp|hetzner|fly(?:\.io)?|heroku|linux|nixos|ubuntu|debian|fedora|arch|macos|windows|vim|neovim|emacs|helix|zed|vs ?code|slack|zulip|discord|teams|jira|linear|notion|obsidian|rust|go|python|typescript|react|vue|svelte|firefox|chrome|safari|brave|vivaldi|bash|zsh|fish|nushell|signal|whatsapp)\b/i;

function stateAfterMove(thing: string, to: string): string {
  const isOwn = /^(?:my|our|the|your)\b/i.test(thing);
  const subject = isOwn ? thing : thing.replace(/^all /i, 'our ');
  if (TIME_OF_DAY.test(to)) return `${subject} is at ${to}`;
  if (WEEKDAY.test(to)) return `${subject} is on ${to}`;
  return !isOwn || HOSTED.test(thing) ? `${subject} runs on ${to}` : `${subject} is ${to}`;
}

function baseOfGerund(gerund: string): string {
  const plain = gerund.toLowerCase().replace(/ing$/, '');
  if (/(?:us|driv|smok|liv|writ|rid|hik|danc|cod|mak|tak|tak|hav|stor|manag|practic|practis|car)$/.test(plain))
    return `${plain}e`;
  return plain.replace(/([bdgmnprt])\1$/, '$1');
}

const PRESENT: Readonly<Record<string, string>> = {
  lived: 'live',
  living: 'live',
  worked: 'work',
  working: 'work',
  used: 'use',
  using: 'use',
  deployed: 'deploy',
  deploying: 'deploy',
  drove: 'drive',
  driven: 'drive',
  driving: 'drive',
  ran: 'run',
  had: 'have',
  played: 'play',
  playing: 'play',
  hosted: 'host',
};

function continued({ who = '', done = '', rest = '' }: Groups): Changed | null {
  const base = PRESENT[done.toLowerCase()];
  if (!base) return null;
  const clause = isMe(who) ? `${who} ${base} ${rest}` : `${who} ${base === 'have' ? 'has' : `${base}s`} ${rest}`;
  return { clause, change: { type: 'state' }, isNews: false };
}

const u = (pattern: string): RegExp => new RegExp(pattern, 'iu');
const capital = (value: string): boolean => /^(?:the )?[\p{Lu}\d]/u.test(value);

const READINGS: readonly Reading[] = [
  {
    pattern: u(
      `^(?:i|we|they|somebody|hr)${HAVE} ?(?:re)?named (?<thing>(?:my|our|the) [^,;]+?)(?: from .+)? (?:to|into) (?<v>[^,;]+)$`,
    ),
    read: ({ thing, v = '' }) => news(`${thing} is called ${v}`),
  },
  {
    pattern: u(
      `^(?:i|we|they)${HAVE} ?(?:replaced|swapped|exchanged|traded(?: in)?) (?:my |our |the )?(?<a>[^,;]+?) (?:with|by|for|against) (?:an? |the )?(?<v>[^,;]+)$`,
    ),
    read: ({ a = '', v = '' }) => news('', { change: { type: 'swap', from: a, to: v } }),
  },
  {
    pattern: u(`^(?<who>i|we)${HAVE} ?${GOT} from (?:the |an? )?(?<a>[^,;]+?) to (?:the |an? )?(?<v>[^,;]+)$`),
    read: ({ who = '', a = '', v = '' }) =>
      capital(a) || capital(v)
        ? news(`${who} live in ${v}`, {
            change: { type: 'swap', from: a, to: v.replace(/ for (?:my |our )?\w+$/i, '') },
          })
        : null,
  },
  {
    pattern: u(
      `^(?:i|we|they|somebody)${HAVE} ?${GOT} (?<thing>(?:(?:my|our|the) [\\w -]+?|\\p{Lu}[\\w-]+))(?: over)?(?: from [^,;]+?)? to (?<v>[^,;]+)$`,
    ),
    read: ({ thing = '', v = '' }) =>
      /^(?:me|it|on|back|house|job|jobs|gears?)\b/i.test(thing) || (!/^(?:my|our|the)/i.test(thing) && !capital(thing))
        ? null
        : news(stateAfterMove(thing, v)),
  },
  {
    pattern: u(
      `^(?<who>i|we)${HAVE} ?(?:switched|changed|migrated|moved)(?: over)? to (?<v>[^,;]+?) (?<how>for|as) (?:my |our |the )?(?<z>[\\w ]+)$`,
    ),
    read: ({ who, v, how = '', z = '' }) =>
      /^deploy/i.test(z)
        ? news(`${who} deploy with ${v}`)
        : news(`${who} use ${v} ${how} ${/as/i.test(how) ? 'my ' : ''}${z}`),
  },
  {
    pattern: u(
      `^${WHO}${HAVE} ?(?:moved|relocated|emigrated) (?:back )?(?:from ${PLACE.replace('<v>', '<a>')} )?to ${PLACE}$`,
    ),
    read: ({ who = '', v = '' }) => {
      if (!capital(v) || /^the\b/i.test(who)) return null;
      if (!TOOL.test(v)) return news(`${verb(who, 'live')} in ${v}`);
      return isMe(who) ? news('', { change: { type: 'swap', from: null, to: v } }) : news(`${who} runs on ${v}`);
    },
  },
  {
    pattern: u(
      `^(?<who>i|we)${HAVE} ?(?:went|switched|moved|changed|reverted|returned|came) back to (?:using )?(?<v>[^,;]+)$`,
    ),
    read: ({ v = '' }) => (capital(v) ? news('', { change: { type: 'return', to: v } }) : null),
  },
  {
    pattern: u(`^(?<who>i|we)${HAVE} ?(?:switched|migrated|changed)(?: over)? to (?:using )?(?<v>[^,;]+)$`),
    read: ({ v = '' }) => (capital(v) ? news('', { change: { type: 'swap', from: null, to: v } }) : null),
  },
  {
    pattern: u(`^${WHO}(?:'m|'re| am| are| is|'s) back (?<at>in|at) ${NAME}$`),
    read: ({ who = '', at = '', v = '' }) =>
      capital(v) ? news(`${verb(who, /at/i.test(at) ? 'work' : 'live')} ${at} ${v}`, { onlyIfKnown: true }) : null,
  },
  {
    pattern: u(
      `^${WHO}${HAVE} ?(?:joined|started (?:working )?(?:at|for|with)|started (?:a |my )?(?:new )?(?:job|position|role) (?:at|with)|got (?:a (?:new )?job|hired) (?:at|by)|(?:switched|changed) jobs? to) ${NAME}$`,
    ),
    read: ({ who = '', v = '' }) => (capital(v) ? news(`${verb(who, 'work')} at ${v}`) : null),
  },
  {
    pattern: u(
      `^${WHO}(?: have| has|'ve)? ?(?:left|quit|resigned from|stopped working (?:at|for)|was laid off from|got laid off (?:from|by)|got fired from|retired from) ${NAME}$`,
    ),
    read: ({ who = '', v = '' }) => (capital(v) ? over(`${verb(who, 'work')} at ${v}`) : null),
  },
  {
    pattern: u(
      `^(?<who>i)(?:'ve| have)? ?(?:just )?(?:got |been |was )*(?:promoted to|became|become|made) (?<v>(?:an? |the )?[\\w -]+)$`,
    ),
    read: ({ who, v }) => news(`${who} work as ${v}`),
  },
  {
    pattern: u(`^(?<who>i|we)${HAVE} ?(?:stopped|quit|gave up|given up) (?<ing>\\w+ing)\\b ?(?<rest>.*)$`),
    read: ({ who = '', ing = '', rest }) =>
      over(
        /^(?:learning|studying|writing|building|training|maintaining)$/i.test(ing)
          ? `${who}'m ${ing} ${rest}`.trim()
          : `${who} ${baseOfGerund(ing)} ${rest}`.trim(),
      ),
  },
  {
    pattern: u(
      `^(?<who>i|we)${HAVE} ?(?:got rid of|ditched|dropped|abandoned|uninstalled|sold|retired|decommissioned|phased out|shut down|cancell?ed) (?:my |our |the )?(?<v>[^,;]+)$`,
    ),
    read: ({ v = '' }) => news('', { change: { type: 'end-of', value: v } }),
  },
  {
    pattern: u(
      `^(?<v>\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?) (?<be>is|are) (?<thing>(?:my|our) (?<fresh>new )?[\\w -]+)$`,
    ),
    read: ({ v = '', be, thing = '', fresh }) =>
      capital(v) ? news(`${thing.replace(/ new /i, ' ')} ${be} ${v}`, { isNews: fresh !== undefined }) : null,
  },
  {
    pattern: u(`^(?<thing>(?:my|our) )new (?<rest>[\\w'’ -]+ (?:is|are) .+)$`),
    read: ({ thing, rest }) => news(`${thing}${rest}`),
  },
  {
    pattern: u(
      `^${WHO}(?:'ve|'s| have| has) (?:been )?(?<done>lived|living|worked|working|used|using|deployed|deploying|driven|driving|played|playing) (?<rest>.+)$`,
    ),
    read: continued,
  },
];

const PAST = u(`^${WHO} (?<done>lived|worked|used|deployed|drove|ran|had|played|hosted) (?<rest>.+)$`);

/** The clause as the state it leads to, or null when it tells no change. */
export function changedClause(clause: string): Changed | null {
  for (const { pattern, read } of READINGS) {
    const found = pattern.exec(clause)?.groups;
    const changed = found && read(found);
    if (changed) return changed;
  }
  return null;
}

/** "I worked at Nokia" as "I work at Nokia": only for a statement that says until when. */
export function pastClause(clause: string): string | null {
  const found = PAST.exec(clause)?.groups;
  return found ? (continued(found)?.clause ?? null) : null;
}

/** True for a clause whose bare date says when something changed: "I joined Nokia in June". */
export const tellsNews = (clause: string): boolean =>
  changedClause(clause) !== null ||
  /\b(?:moved|joined|left|quit|switched|stopped|replaced|migrated|renamed|became|promoted|started)\b/i.test(clause);
