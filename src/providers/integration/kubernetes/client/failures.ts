/** What a refusal of the Kubernetes API means for us. Its `Status` object says why; the words are kept. */
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';

const status = z.object({
  kind: z.literal('Status'),
  message: z.string().catch(''),
  reason: z.string().optional(),
  details: z
    .object({
      retryAfterSeconds: z.number().optional(),
      causes: z.array(z.object({ field: z.string().optional(), message: z.string().optional() })).optional(),
    })
    .optional()
    .catch(undefined),
});

export interface Refusal {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

export function failureOf(refusal: Refusal): Failure {
  const said = status.safeParse(jsonOf(refusal.body)).data;
  const message = (said?.message || refusal.body.slice(0, 300) || `status ${refusal.status}`).replace(/\.$/, '');
  const details = { status: refusal.status, reason: said?.reason, causes: said?.details?.causes };
  const make = (kind: Failure['kind'], code: string, text: string, more: object = {}) =>
    new Failure(kind, text, { code, details: { ...details, ...more } });
  switch (refusal.status) {
    case 401:
      return make(
        'invalid',
        'cluster_credentials_refused',
        'The cluster refused our credentials. Renew those in the kubeconfig.',
      );
    case 403:
      if (/exceeded quota/.test(message))
        return make('invalid', 'cluster_quota_exceeded', `The namespace is full: ${message}.`);
      return make(
        'forbidden',
        'cluster_permission_missing',
        `The cluster does not let this account do that: ${message}.`,
      );
    case 404:
      return make('not_found', 'cluster_not_found', `The cluster has no such thing: ${message}.`);
    case 409:
      return make('conflict', 'cluster_conflict', `The cluster found a conflict: ${message}.`);
    case 400:
    case 422:
      return make('invalid', 'cluster_rejected', `The cluster rejected it: ${message}.`);
    case 429: {
      const retry_after_ms = Number(refusal.retryAfter ?? said?.details?.retryAfterSeconds ?? 1) * 1000;
      return make('limit', 'cluster_busy', 'The cluster is asked too much at once. Nima tries again.', {
        retry_after_ms,
      });
    }
    default: {
      // Server-side apply calls a field it does not know an internal error; trying again would not help.
      if (/failed to create typed patch object/.test(message))
        return make('invalid', 'cluster_rejected', `The cluster rejected it: ${message}.`);
      const waits = refusal.retryAfter ? { retry_after_ms: Number(refusal.retryAfter) * 1000 } : {};
      if (refusal.status >= 500)
        return make('unavailable', 'cluster_failed', `The cluster failed: ${message}. Nima tries again.`, waits);
      return make('invalid', 'cluster_refused', `The cluster refused it: ${message}.`);
    }
  }
}

export function silence(server: string, timeoutMs: number, cause: unknown): Failure {
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  const why = isLate ? `did not answer within ${timeoutMs} ms` : `cannot be reached (${codeOf(cause)})`;
  return new Failure('unavailable', `The cluster at ${new URL(server).host} ${why}. Nima tries again.`, {
    code: 'cluster_unreachable',
    cause,
  });
}

const codeOf = (cause: unknown): string =>
  (cause as { code?: string } | null)?.code ?? (cause instanceof Error ? cause.message : 'no reason given');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
