/**
 * Input as every database can keep it and every function can walk it. PostgreSQL has no NUL character, and no person
 * types one, so input loses it; what is nested without measure is refused before anything recurses into it.
 */
import { Failure } from './errors.ts';

/** Far deeper than anything written by hand, far shallower than any stack. */
const DEPTH_MAX = 64;

export function storable(value: unknown): unknown {
  return hasNul(value, 0) ? withoutNul(value) : value;
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/** Almost no input has one, so almost none is made anew. */
function hasNul(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  if (depth > DEPTH_MAX) {
    throw new Failure('invalid', `The input is nested deeper than ${DEPTH_MAX} levels.`, { code: 'invalid_input' });
  }
  let found = false;
  // To the end, for the depth of all.
  if (Array.isArray(value)) for (const member of value) found = hasNul(member, depth + 1) || found;
  else if (isPlain(value)) {
    for (const key of Object.keys(value)) found = hasNul((value as Record<string, unknown>)[key], depth + 1) || found;
  }
  return found;
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutNul);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutNul(member)]));
}
