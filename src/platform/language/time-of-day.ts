/** Times of day as people write them: `at 9`, `17:30`, `half past seven`, `8 in the evening`, `noon`. */
import { matchNumber } from './numbers.ts';
import type { Token } from './tokens.ts';

export interface TimeOfDay {
  readonly to: number;
  /** Since midnight. */
  readonly minutes: number;
  /** A part of the day stands for a time: "in the evening" may be any hour of it. */
  readonly isVague?: boolean;
}

/** When a day is named without a time of day: the start of a working day. */
export const MORNING_MINUTES = 9 * 60;
const PARTS: ReadonlyMap<string, number> = new Map([
  ['morning', MORNING_MINUTES],
  ['noon', 12 * 60],
  ['midday', 12 * 60],
  ['afternoon', 15 * 60],
  ['evening', 19 * 60],
  ['night', 20 * 60],
  ['tonight', 20 * 60],
  ['midnight', 0],
]);
const EXACT_PARTS = /^(?:noon|midday|midnight)$/;
/** Minutes past or to an hour, in the words that need no "minutes". */
const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['quarter', 15],
  ['half', 30],
]);
const HOURS_MAX = 23;

type Half = 'am' | 'pm' | 'night' | '';

interface Hour {
  readonly to: number;
  readonly hours: number;
  readonly minutes: number;
  readonly half: Half;
  /** The words can be nothing but a time: `17:30`, `5pm`, `seven o'clock`. */
  readonly isPlain: boolean;
}

/** `am`, `in the morning`, `at night` after an hour. */
function matchHalf(tokens: readonly Token[], at: number): { to: number; half: Half } {
  const word = tokens[at]?.word ?? '';
  if (word === 'am' || word === 'pm') return { to: at + 1, half: word };
  const said = [word, tokens[at + 1]?.word, tokens[at + 2]?.word].join(' ');
  if (said.startsWith('at night ') || said === 'at night') return { to: at + 2, half: 'night' };
  const part = /^in the (morning|afternoon|evening)$/.exec(said)?.[1];
  return part ? { to: at + 3, half: part === 'morning' ? 'am' : 'pm' } : { to: at, half: '' };
}

function onTheDay({ hours, half }: { hours: number; half: Half }): number {
  if (half === 'am') return hours === 12 ? 0 : hours;
  const isLate = half === 'pm' ? hours < 12 : half === 'night' && hours >= 6 && hours < 12;
  if (half === 'night' && hours === 12) return 0;
  return isLate ? hours + 12 : hours;
}

function matchHour(tokens: readonly Token[], at: number): Hour | null {
  const word = tokens[at]?.word ?? '';
  const digits = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(word);
  const named = digits || !/^[a-z]/.test(word) ? null : matchNumber(tokens, at);
  if (!digits && !(named && named.to === at + 1 && named.value >= 1 && named.value <= 12)) return null;
  const hours = digits ? Number(digits[1]) : (named?.value ?? 0);
  const minutes = Number(digits?.[2] ?? 0);
  if (hours > HOURS_MAX || minutes > 59) return null;
  const own = digits?.[3] as Half | undefined;
  const isStruck = tokens[at + 1]?.word === "o'clock";
  const after = own ? { to: at + 1, half: own } : matchHalf(tokens, isStruck ? at + 2 : at + 1);
  return {
    to: after.to,
    hours,
    minutes,
    half: after.half,
    isPlain: isStruck || after.half !== '' || word.includes(':'),
  };
}

/** `half past seven`, `quarter to nine`, `ten past six`. */
function matchSpoken(tokens: readonly Token[], from: number): TimeOfDay | null {
  const at = tokens[from]?.word === 'a' ? from + 1 : from;
  const word = tokens[at]?.word ?? '';
  const part =
    QUARTERS.get(word) ?? (/^(?:five|ten|twenty|5|10|20)$/.test(word) ? matchNumber(tokens, at)?.value : undefined);
  const side = tokens[at + 1]?.word ?? '';
  if (part === undefined || !/^(?:past|to|after|before)$/.test(side)) return null;
  const hour = matchHour(tokens, at + 2);
  // "Twenty to 5" may as well be a range of numbers.
  const isSure = QUARTERS.has(word) || side === 'past' || hour?.isPlain === true;
  if (!hour || hour.minutes > 0 || !isSure) return null;
  const isBefore = side === 'to' || side === 'before';
  const minutes = onTheDay(hour) * 60 + (isBefore ? -part : part);
  return { to: hour.to, minutes: (minutes + 1440) % 1440 };
}

export function matchTimeOfDay(tokens: readonly Token[], from: number): TimeOfDay | null {
  const isAt = tokens[from]?.word === 'at';
  const at = isAt ? from + 1 : from;
  const word = tokens[at]?.word ?? '';
  const part = PARTS.get(word);
  if (part !== undefined) {
    const exact = /^(at|half|quarter|\d)/.test(tokens[at + 1]?.word ?? '') ? matchTimeOfDay(tokens, at + 1) : null;
    return exact ?? { to: at + 1, minutes: part, ...(!EXACT_PARTS.test(word) && { isVague: true }) };
  }
  const spoken = matchSpoken(tokens, at);
  if (spoken) return spoken;
  const hour = matchHour(tokens, at);
  if (!hour) return null;
  const isShare = /^(?:[%$]|percent)$/.test(tokens[at + 1]?.word ?? '');
  if (!hour.isPlain && (!isAt || isShare)) return null;
  return { to: hour.to, minutes: onTheDay(hour) * 60 + hour.minutes };
}

/** `07:30`, of minutes since midnight. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
