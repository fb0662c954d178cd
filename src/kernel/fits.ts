/**
 * Tells whether a value is already what its schema would make of it, so that it need not be parsed. Of every answer zod
 * makes a new object, and some garbage for each field: an eighth of the processor time of a read, a quarter of a list's.
 *
 * Only plain shapes are understood. Whatever does not fit, and every schema with more to it (transforms, defaults,
 * refinements), is left to zod: a gap here costs time, never a check. `test/derived` asks both of every operation's answers.
 */
import type { z } from 'zod';

export type Fits = (value: unknown) => boolean;

type Check = z.core.$ZodCheck;
type Shape = Readonly<Record<string, unknown>>;

/** A schema that holds itself has no end; none of ours is as deep. */
const DEPTH_MAX = 16;
/** Formats that are a pattern and nothing else. */
const PATTERNS: readonly string[] = ['uuid', 'datetime', 'date', 'regex'];

/** `schema` as a question, worked out when first asked. */
export function fitting(schema: z.core.$ZodType): Fits {
  let fits: Fits | null = null;
  return (value) => {
    fits ??= fitsOf(schema, 0) ?? (() => false);
    return fits(value);
  };
}

/** Null for what is not understood. */
function fitsOf(schema: z.core.$ZodType, depth: number): Fits | null {
  const { def, values } = (schema as z.core.$ZodTypes)._zod;
  const own = depth > DEPTH_MAX ? null : shapeFits(def, values, depth);
  const checks = [...('check' in def ? [def] : []), ...(def.checks ?? []).map(({ _zod }: Check) => _zod.def)];
  return everyOf([own, ...checks.map(checkFits)]);
}

function shapeFits(def: z.core.$ZodTypes['_zod']['def'], values: ReadonlySet<unknown> | undefined, depth: number) {
  switch (def.type) {
    case 'string':
      return (value: unknown) => typeof value === 'string';
    case 'number':
      return Number.isFinite as Fits;
    case 'boolean':
      return (value: unknown) => typeof value === 'boolean';
    case 'null':
      return (value: unknown) => value === null;
    case 'unknown':
      return () => true;
    case 'enum':
    case 'literal':
      return (value: unknown) => values?.has(value) === true;
    case 'nullable':
      return orElse(null, fitsOf(def.innerType, depth + 1));
    case 'optional':
      return orElse(undefined, fitsOf(def.innerType, depth + 1));
    case 'array':
      return arrayFits(fitsOf(def.element, depth + 1));
    case 'record':
      return recordFits(fitsOf(def.keyType, depth + 1), fitsOf(def.valueType, depth + 1));
    case 'union':
      return unionFits(def, depth + 1);
    case 'object':
      return objectFits(def, depth + 1);
    default:
      return null;
  }
}

/** Of a value that is already known to be of the kind the check is for. */
function checkFits(check: z.core.$ZodCheckDef): Fits | null {
  const def = check as z.core.$ZodChecks['_zod']['def'];
  switch (def.check) {
    case 'greater_than':
      return ofNumber(def.value, def.inclusive ? (value, least) => value >= least : (value, under) => value > under);
    case 'less_than':
      return ofNumber(def.value, def.inclusive ? (value, most) => value <= most : (value, over) => value < over);
    case 'min_length':
      return (value) => (value as string | unknown[]).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string | unknown[]).length <= def.maximum;
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : null;
    case 'string_format':
      return PATTERNS.includes(def.format) ? ofPattern(def.pattern) : null;
    default:
      return null;
  }
}

const ofNumber = (limit: unknown, holds: (value: number, limit: number) => boolean): Fits | null =>
  typeof limit === 'number' ? (value) => holds(value as number, limit) : null;

const ofPattern = (pattern: RegExp | undefined): Fits | null =>
  pattern ? (value) => pattern.test(value as string) : null;

/** All of them, or null where one is not understood. */
function allKnown(parts: readonly (Fits | null)[]): readonly Fits[] | null {
  const known = parts.filter((fits) => fits !== null);
  return known.length === parts.length ? known : null;
}

/** In their order: the first says what kind of value it is, and the others look at no other. */
function everyOf(parts: readonly (Fits | null)[]): Fits | null {
  return allKnown(parts)?.reduce((first, then) => (value) => first(value) && then(value)) ?? null;
}

const orElse = (other: null | undefined, fits: Fits | null): Fits | null =>
  fits && ((value) => value === other || fits(value));

function arrayFits(element: Fits | null): Fits | null {
  if (!element) return null;
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const member of value) if (!element(member)) return false;
    return true;
  };
}

const SCALARS: readonly string[] = ['string', 'number', 'boolean', 'null', 'enum', 'literal'];

/** zod takes the first alternative that will do, and leaves out what that one does not know: so only where no other can. */
function unionFits({ options, ...def }: z.core.$ZodUnionDef, depth: number): Fits | null {
  const isTold = 'discriminator' in def;
  if (!isTold && !options.every((option) => SCALARS.includes(option._zod.def.type))) return null;
  const alternatives = allKnown(options.map((option) => fitsOf(option, depth)));
  return alternatives && ((value) => alternatives.some((fits) => fits(value)));
}

/** What another class made may have more to it than its fields. */
const isPlain = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** zod leaves out a field called `__proto__`. */
function recordFits(name: Fits | null, member: Fits | null): Fits | null {
  if (!name || !member) return null;
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key in value) if (key === '__proto__' || !name(key) || !member(value[key])) return false;
    return true;
  };
}

/** With every field it must have, and none that it does not know: zod leaves those out, unless they are welcome. */
function objectFits({ shape, catchall }: z.core.$ZodObjectDef, depth: number): Fits | null {
  const others = catchall?._zod.def.type ?? 'never';
  if (others !== 'never' && others !== 'unknown') return null;
  const fields: { readonly name: string; readonly fits: Fits; readonly isOptional: boolean }[] = [];
  for (const [name, member] of Object.entries(shape)) {
    const fits = fitsOf(member, depth);
    if (!fits) return null;
    fields.push({ name, fits, isOptional: member._zod.def.type === 'optional' });
  }
  return (value) => {
    if (!isPlain(value)) return false;
    let known = 0;
    for (const { name, fits, isOptional } of fields) {
      const member = value[name];
      if (member !== undefined) known += 1;
      else if (!isOptional) return false;
      if (!fits(member)) return false;
    }
    return others === 'unknown' ? !Object.hasOwn(value, '__proto__') : Object.keys(value).length === known;
  };
}
