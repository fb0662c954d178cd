/**
 * Input as every database can keep it and every function can walk it. PostgreSQL has no NUL character, and no person
 * types one, so input loses it; what is nested without measure is refused before anything recurses into it.
 */
import { Failure } from './errors.ts';

/** Far deeper than anything written by hand, far shallower than any stack. */
const DEPTH_MAX = 64;

export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEPTH_MAX) {
    throw new Failure('invalid', `The input is nested deeper than ${DEPTH_MAX} levels.`, { code: 'invalid_input' });
  }
  if (Array.isArray(value)) return value.map((member) => storable(member, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, storable(member, depth + 1)]));
}
