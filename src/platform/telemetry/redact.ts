/** Takes secrets out of what is logged: by the name of a field, and by the shape of a value. Pure. */

const SECRET_NAMES =
  /^(authorization|cookie|set-cookie|password|current|passphrase|secret|token|token_hash|api_?key|apikey|private_?key|credential)$/i;

const SECRET_SHAPES =
  /(-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)|\b(?:nima_|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abprs]-|sk-|pk_live_|sk_live_|rk_live_)[\w-]{12,}|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}|\bBearer +[\w.~+/-]{8,}=*|:\/\/[^\s:/@]+:[^\s/@]+@)/g;

const MASK = '[secret]';
/** Deeper data is not worth a line of log. */
const DEPTH_MAX = 6;

export const redactText = (text: string): string =>
  text.replaceAll(SECRET_SHAPES, (found) => (found.startsWith('://') ? `://${MASK}@` : MASK));

function redactError(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const rest = Object.fromEntries(Object.entries(error).map(([key, value]) => [key, redact(value, depth + 1)]));
  return {
    name,
    message: redactText(message),
    ...rest,
    ...(stack ? { stack: redactText(stack) } : {}),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}

export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEPTH_MAX) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON();
  const members = Object.entries(value).map(([key, member]) => [
    key,
    SECRET_NAMES.test(key) ? MASK : redact(member, depth + 1),
  ]);
  return Object.fromEntries(members);
}
