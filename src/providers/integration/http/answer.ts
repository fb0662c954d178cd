/** What an answer of a server means for a task: done, another try, or the end. */
import { Failure } from '../../../kernel/errors.ts';

/** Retry-After as milliseconds: seconds or a date (RFC 9110 §10.2.3). */
export function retryAfterMs({ headers }: Response, now: number): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const ms = /^\d+$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

export const uncertain = (host: string, cause?: unknown): Failure =>
  new Failure('conflict', `${host} did not say whether it was done. Look before you retry.`, {
    code: 'http_uncertain',
    cause,
  });

interface Asked {
  readonly host: string;
  readonly isRepeatable: boolean;
  readonly now: number;
}

/** Statuses that say "not now": the request was not carried out. */
const NOT_NOW: ReadonlySet<number> = new Set([429, 503]);

export function failureOf(response: Response, said: string, { host, isRepeatable, now }: Asked): Failure {
  const { status } = response;
  const retry_after_ms = retryAfterMs(response, now);
  const details = { status, ...(retry_after_ms === undefined ? {} : { retry_after_ms }) };
  if (NOT_NOW.has(status)) {
    const text = `${host} asks to wait (${status}). Nima tries again.`;
    return new Failure(status === 429 ? 'limit' : 'unavailable', text, { code: 'http_not_now', details });
  }
  if (status >= 500) {
    if (!isRepeatable) return uncertain(host, new Error(`status ${status}`));
    return new Failure('unavailable', `${host} failed (${status}). Nima tries again.`, {
      code: 'http_failed',
      details,
    });
  }
  const short = said.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  return new Failure('invalid', `${host} answered ${status}${short ? `: ${short}` : ''}.`, {
    code: 'http_refused',
    details,
  });
}

/** A request that was not answered: safe to send again only where it may be repeated, or never left. */
export function silenceOf(thrown: unknown, { host, isRepeatable }: Asked): unknown {
  if (!(thrown instanceof Failure) || thrown.kind !== 'unavailable' || isRepeatable) return thrown;
  const neverLeft = thrown.code === 'outbound_unknown_host';
  return neverLeft ? thrown : uncertain(host, thrown);
}
