/** What each field of an operation's input may hold, told by its JSON schema and by the values in the examples. */
import type { Example, Operation } from '../../kernel/operation.ts';
import { inputSchemaOf, type JsonSchema } from '../../kernel/schemas.ts';
import { DAY_SECONDS, type Duration, isoDuration, secondsIn } from './durations.ts';
import type { Entity, EntityKind } from './entities.ts';
import { clockTime } from './time-of-day.ts';
import { stemOf, tokenize } from './tokens.ts';

/** `text` runs on freely, `name` is usually one word; `when` is a time in the person's own words; `choice` and `flag` are told by cue words; the rest are entities. */
export type FieldKind = 'text' | 'name' | 'list' | 'choice' | 'flag' | 'when' | Exclude<EntityKind, 'quote'>;

/** Kinds whose value is the person's own words: any could stand there. */
export const isOwnWords = (kind: FieldKind): boolean => kind === 'text' || kind === 'name' || kind === 'list';
/** Kinds whose values are told by cue words. */
export const isCued = ({ kind }: Pick<Field, 'kind'>): boolean => kind === 'choice' || kind === 'flag';

/** Plain data, so that what is learned can be kept in a file. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** For `choice`: the values allowed, or the few that people give. */
  readonly values: readonly string[];
  /** The words of the field's own name: `expiresInDays` gives expire, in, day. */
  readonly nameStems: readonly string[];
  /** Takes a number: an instant in milliseconds, a duration in its unit. */
  readonly isNumber: boolean;
  /** Takes a day without a time. */
  readonly isDay: boolean;
  /** Takes a time that lies behind: what one looks up has been. */
  readonly looksBack: boolean;
  /** Of a duration given as a number. */
  readonly unitSeconds: number;
  /** Of a number; infinite where the schema sets no bound. */
  readonly least: number;
  readonly most: number;
  /** Of free text: a character that all known values have, as the dot of `goals.deadline`; empty when there is none. */
  readonly mark: string;
}

const CRON = /^(?:[\d*/,-]+\s+){4}[\d*/,-]+$/;
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}(T.*)?$/;
const ISO_DURATION = /^P(?=[\dT])/;
/** Numbers above this are milliseconds since 1970 (2001 and later), not counts. */
const EPOCH_MS_MIN = 1e12;
/** By the last word of a field's name. */
const UNIT_SECONDS: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['seconds', 1],
  ['minutes', 60],
  ['hours', 3600],
  ['days', DAY_SECONDS],
  ['weeks', 7 * DAY_SECONDS],
]);

/** `expiresInDays` → expires in days. */
const wordsOf = (name: string): string[] => name.split(/(?=[A-Z])|[_-]/).map((word) => word.toLowerCase());
/** Seconds of the unit a number in this field counts; undefined when it counts no time. */
const unitOf = (name: string): number | undefined => UNIT_SECONDS.get(wordsOf(name).at(-1) ?? '');

/** The branch that holds values, where a schema allows null or several forms. */
function concrete(property: JsonSchema): JsonSchema {
  const branch = [...(property.anyOf ?? []), ...(property.allOf ?? [])].find((one) => one.type !== 'null');
  return branch ? concrete(branch) : property;
}

function kindOf(name: string, property: JsonSchema, samples: readonly unknown[]): FieldKind {
  const type = Array.isArray(property.type) ? property.type.find((one) => one !== 'null') : property.type;
  if (property.enum) return 'choice';
  if (type === 'boolean') return 'flag';
  if (type === 'array') return 'list';
  if (type === 'object') return 'object';
  const every = (claim: (sample: string | number) => boolean) =>
    samples.length > 0 && samples.every((sample) => claim(sample as string | number));
  if (type === 'number' || type === 'integer') {
    if (every((sample) => Number(sample) > EPOCH_MS_MIN)) return 'moment';
    return unitOf(name) === undefined ? 'number' : 'duration';
  }
  const { format } = property;
  if (format === 'when') return 'when';
  if (format === 'clock-time') return 'clock';
  if (format === 'uri') return 'url';
  if (/(?:^|_)(?:time_zone|zone)$/.test(name)) return 'zone';
  if (format === 'uuid' || format === 'ulid') return 'id';
  if (format === 'date' || format === 'date-time' || every((sample) => ISO_MOMENT.test(String(sample))))
    return 'moment';
  if (format === 'duration' || every((sample) => ISO_DURATION.test(String(sample)))) return 'duration';
  if (every((sample) => CRON.test(String(sample)))) return 'cron';
  if (/^(path|file|folder|directory)$/i.test(wordsOf(name).at(-1) ?? '')) return 'path';
  return every((sample) => /^\S+$/.test(String(sample))) && samples.length > 1 ? 'name' : 'text';
}

const isHour = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 24;

/** The value an entity gives this field, or undefined when it cannot be one. */
export function fieldValue(field: Field, entity: Entity): unknown {
  const { kind, isNumber, isDay, looksBack, unitSeconds, least, most } = field;
  const duration = (value: Duration) => (isNumber ? secondsIn(value) / unitSeconds : isoDuration(value));
  if (entity.kind === 'quote') return kind === 'path' || kind === 'text' || kind === 'name' ? entity.value : undefined;
  // Which entity it is does not matter: whoever takes the words reads them in the person's time zone.
  if (kind === 'when') return entity.kind === 'cron' || entity.kind === 'moment' ? entity.value : undefined;
  if (kind === 'duration' && entity.kind === 'number') return isNumber ? entity.value : undefined;
  if (kind === 'clock' && entity.kind === 'number')
    return isHour(entity.value) ? clockTime(entity.value * 60) : undefined;
  if (entity.kind !== kind) return undefined;
  if (entity.kind === 'number') {
    // What is half or a quarter of something is no count of anything.
    const isTaken = least <= entity.value && entity.value <= most && (!entity.isAlso || most <= 1);
    return isTaken ? entity.value : undefined;
  }
  if (entity.kind === 'duration') return duration(entity.value);
  if (entity.kind !== 'moment') return entity.value;
  const { instant, date } = (looksBack && entity.value.behind) || entity.value;
  if (isNumber) return instant;
  return isDay ? date : new Date(instant).toISOString();
}

/** What only one person said once is no use of a field; a field that takes any words is harder to tell. */
const HEARD_MIN = 2;
const HEARD_FREE_MIN = 4;

/**
 * Fields a sentence may fill: the required ones, those an example gives, and those that were `heard` more than once. An
 * optional field nobody gives would only take words away from those that are: "remember that backups run on Sundays"
 * has no category.
 */
export function fieldsOf(operation: Operation, heard: readonly Example[] = []): Field[] {
  const taught = new Set(operation.examples.flatMap((example) => [...namesIn(example)]));
  const times = Map.groupBy(
    heard.flatMap((example) => [...namesIn(example)]),
    (name) => name,
  );
  const isHeard = ({ name, kind }: Field) =>
    (times.get(name)?.length ?? 0) >= (isOwnWords(kind) ? HEARD_FREE_MIN : HEARD_MIN);
  return allFields(operation, heard).filter((field) => field.isRequired || taught.has(field.name) || isHeard(field));
}

/** The fields an example gives. */
export const namesIn = ({ input, refers = {} }: Example): ReadonlySet<string> =>
  new Set([...Object.keys(input), ...Object.keys(refers)]);

/** What an example gives for a field; undefined when it says nothing of it. */
export const givenIn = (example: Example | undefined, name: string): unknown =>
  (example?.input as Record<string, unknown> | undefined)?.[name];

function samplesOf(name: string, examples: readonly Example[]): unknown[] {
  return examples
    .filter(({ refers }) => !refers?.[name])
    .map((example) => givenIn(example, name))
    .filter((sample) => sample !== undefined);
}

const isDescribed = (name: string, examples: readonly Example[]): boolean =>
  examples.some(({ refers }) => refers?.[name] !== undefined);

/** So often, on average, each of a few values is given that there are hardly others. */
const REPEATED_MIN = 4;
const SAMPLES_MIN = 12;

/** The values of a field that only ever has a few, though its schema allows any; none when it has many. */
function fewOf(samples: readonly unknown[]): string[] {
  const values = [...new Set(samples.filter((sample) => typeof sample === 'string'))];
  return samples.length >= SAMPLES_MIN && values.length * REPEATED_MIN <= samples.length ? values : [];
}

/** Characters that tell a value from words. */
const MARKS = '.:/_';
/** Of fewer values, all could have a character in common by chance. */
const MARKED_MIN = 4;
const MARKED_SHARE = 0.9;

/** The character that what is put here has in common; a slip here and there does not count. */
function markOf(samples: readonly unknown[]): string {
  const values = samples.flat().map(String);
  if (values.length < MARKED_MIN) return '';
  const hasIt = (mark: string) => values.filter((value) => value.includes(mark)).length >= MARKED_SHARE * values.length;
  return [...MARKS].find(hasIt) ?? '';
}

function allFields(operation: Operation, heard: readonly Example[]): Field[] {
  const schema = inputSchemaOf(operation);
  return Object.entries(schema.properties ?? {}).map(([name, declared]) => {
    const property = concrete(declared);
    const [documented, said] = [samplesOf(name, operation.examples), samplesOf(name, heard)];
    const told = kindOf(name, property, documented.length > 0 ? documented : said);
    const values = told === 'name' && !isDescribed(name, heard) ? fewOf([...documented, ...said]) : [];
    const kind = values.length > 0 ? 'choice' : told;
    return {
      name,
      kind,
      isRequired: schema.required?.includes(name) ?? false,
      values: property.enum?.map(String) ?? values,
      nameStems: wordsOf(name).flatMap((word) => tokenize(word).map((token) => stemOf(token.word))),
      isNumber: property.type === 'number' || property.type === 'integer',
      isDay: property.format === 'date',
      looksBack: operation.effect === 'read',
      unitSeconds: unitOf(name) ?? 1,
      least: property.minimum ?? Number.NEGATIVE_INFINITY,
      most: property.maximum ?? Number.POSITIVE_INFINITY,
      mark: isOwnWords(kind) ? markOf([...documented, ...said]) : '',
    };
  });
}
