/**
 * What a refusal of GitHub means for us. A 403 is three things: a limit used up, a secondary limit (too much at once),
 * or a missing permission; GitHub tells them apart by headers and words only, as its "Rate limits" page describes.
 */
import { z } from 'zod';
import { Failure, type FailureKind } from '../../../kernel/errors.ts';
import type { GithubConfig } from './config.ts';

/** GitHub asks to wait at least this long after a secondary limit that names no time. */
const SECONDARY_WAIT_MS = 60_000;

const refusal = z.object({
  message: z.string().catch(''),
  errors: z
    .array(
      z.union([
        z.string(),
        z.object({ message: z.string().optional(), field: z.string().optional(), code: z.string().optional() }),
      ]),
    )
    .catch([]),
});

/** The words of a refusal: its message and, for 422, what is wrong with which field. */
export function refusalText(body: string): string {
  const parsed = refusal.safeParse(jsonOf(body));
  if (!parsed.success) return '';
  const faults = parsed.data.errors.map((each) =>
    typeof each === 'string' ? each : (each.message ?? [each.field, each.code].filter(Boolean).join(' ')),
  );
  return [parsed.data.message.replace(/\.$/, ''), ...faults].filter(Boolean).join(': ');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface Meaning {
  readonly kind: FailureKind;
  readonly code: string;
  readonly text: string;
}

const MEANINGS: Readonly<Record<number, (said: string) => Meaning>> = {
  401: () => ({
    kind: 'invalid',
    code: 'github_token_refused',
    text: 'GitHub: the token was refused. Make a new one and put it where the `token` of the github integration points.',
  }),
  403: (said) => ({
    kind: 'forbidden',
    code: 'github_permission_missing',
    text: `GitHub does not let this token do that (${said}). Give the token the permission, or use another.`,
  }),
  404: () => ({
    kind: 'not_found',
    code: 'github_not_found',
    text: 'GitHub knows no such thing, or hides it from this token. Check the name and what the token may see.',
  }),
  405: (said) => ({ kind: 'conflict', code: 'github_not_mergeable', text: `GitHub cannot merge it: ${said}.` }),
  409: (said) => ({ kind: 'conflict', code: 'github_conflict', text: `GitHub found a conflict: ${said}.` }),
  410: (said) => ({ kind: 'not_found', code: 'github_gone', text: `GitHub no longer has it: ${said}.` }),
  422: (said) => ({ kind: 'invalid', code: 'github_rejected', text: `GitHub rejected it: ${said}.` }),
};

export function failureOf(response: Response, said: string): Failure {
  const { status } = response;
  const waitMs = limitWaitMs(response, said);
  if (waitMs !== null) {
    const text = `GitHub's limit is used up. It opens again in ${Math.ceil(waitMs / 1000)} s; Nima tries again then.`;
    return new Failure('limit', text, { code: 'github_limit', details: { status, retry_after_ms: waitMs } });
  }
  const meaning = MEANINGS[status]?.(said);
  if (meaning) {
    return new Failure(meaning.kind, meaning.text, { code: meaning.code, details: { status, said } });
  }
  if (status < 500) {
    return new Failure('invalid', `GitHub refused it: ${said || status}.`, {
      code: 'github_refused',
      details: { status },
    });
  }
  return new Failure('unavailable', `GitHub failed (${status}). Nima tries again; www.githubstatus.com tells more.`, {
    code: 'github_failed',
    details: { status, ...retryAfter(response) },
  });
}

function retryAfter({ headers }: Response): { retry_after_ms?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retry_after_ms: Math.max(0, seconds) * 1000 } : {};
}

/** How long to wait before the next try, or null when no limit was hit. */
function limitWaitMs(response: Response, said: string): number | null {
  const { status, headers } = response;
  if (status !== 429 && status !== 403) return null;
  const { retry_after_ms } = retryAfter(response);
  if (retry_after_ms !== undefined) return retry_after_ms;
  if (headers.get('x-ratelimit-remaining') === '0') {
    const opensAt = Number(headers.get('x-ratelimit-reset')) * 1000;
    // GitHub's clock, not ours, tells how long that is: both ends are taken from its own answer.
    const now = Date.parse(headers.get('date') ?? '');
    return Number.isFinite(now) && opensAt > 0 ? Math.max(1000, opensAt - now) : SECONDARY_WAIT_MS;
  }
  return status === 429 || /rate limit/i.test(said) ? SECONDARY_WAIT_MS : null;
}

/** No answer at all: no way there, or none within the time allowed. */
export function silence({ baseUrl, timeoutMs }: GithubConfig, cause: unknown): Failure {
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  const why = isLate ? `did not answer within ${timeoutMs} ms` : 'cannot be reached';
  return new Failure('unavailable', `GitHub (${new URL(baseUrl).host}) ${why}. Nima tries again.`, {
    code: 'github_unreachable',
    cause,
  });
}
