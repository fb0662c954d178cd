/** Takes secrets out of text and data: `redact` for a log, with bounded size; `withoutSecrets` for what is kept whole. Pure. */
import { Failure } from './errors.ts';

export const REDACTED = '[secret]';

/** Names whose value is a secret whatever it looks like. */
const SECRET_NAME =
  /^(.*[_-])?(current|password|passwd|passphrase|credential|secret|token|authorization|cookie|set-cookie|(api|private|access|anthropic)[_-]?key)s?$|(Password|Secret|Token|ApiKey|PrivateKey)$/i;

/** Values that are secrets wherever they stand: our own tokens, those of common services, keys, and passwords in addresses. */
const SECRET_VALUES: readonly (readonly [RegExp, string])[] = [
  [/\bnima_[\w-]{12,}/g, REDACTED],
  [/\b[ps]k[-_](live_)?[\w-]{12,}/g, REDACTED],
  [/\bgh[oprsu]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}/g, REDACTED],
  [/\bxox[abprs]-[\w-]{10,}/g, REDACTED],
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, REDACTED],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTED],
  [/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, `$1 ${REDACTED}`],
  [/(\w:\/\/[^\s:/@]*:)[^\s@/]+@/g, `$1${REDACTED}@`],
  [/\b(password|passwd|secret|token|api[_-]?key)(["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi, `$1$2${REDACTED}`],
];

/** A line is for reading: deeper or longer data belongs in the database. */
const DEPTH_MAX = 6;
const TEXT_CHARS_MAX = 4000;
const ITEMS_MAX = 50;

const cleanText = (text: string): string =>
  SECRET_VALUES.reduce((clean, [pattern, by]) => clean.replace(pattern, by), text);

export function redactText(text: string): string {
  return cleanText(text.length > TEXT_CHARS_MAX ? `${text.slice(0, TEXT_CHARS_MAX)}…` : text);
}

/** JSON, whole, with `[secret]` where a secret stood. `known` are secrets that no pattern tells. */
export function withoutSecrets<T>(value: T, known: readonly string[] = []): T {
  const clean = (text: string) => known.reduce((left, secret) => left.replaceAll(secret, REDACTED), cleanText(text));
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') return clean(each);
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return each.map(walk);
    const members = Object.entries(each).map(([name, member]) => {
      const isSecret = SECRET_NAME.test(name) && typeof member === 'string' && !isReference(member);
      return [name, isSecret ? REDACTED : walk(member)];
    });
    return Object.fromEntries(members);
  };
  return walk(value) as T;
}

/** Where a secret lies (`env:NAME`, `file:/path`) is none. */
const isReference = (text: string): boolean => /^(env:\w+|file:\/\S+)$/.test(text);

function errorData(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  return {
    name,
    message: redactText(message),
    ...(error instanceof Failure
      ? { kind: error.kind, code: error.code, details: redact(error.details, depth + 1) }
      : {}),
    ...('code' in error && !(error instanceof Failure) ? { code: error.code } : {}),
    ...(stack ? { stack: redactText(stack) } : {}),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}

/** Anything as plain data without secrets. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return '[deeper]';
  if (value instanceof Error) return errorData(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return redact(value.toJSON(), depth + 1);
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((item) => redact(item, depth + 1));
  const members = Object.entries(value).slice(0, ITEMS_MAX);
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      SECRET_NAME.test(name) && member !== null && member !== undefined ? REDACTED : redact(member, depth + 1),
    ]),
  );
}
