/** A failure as an HTTP answer. The table of statuses is here and nowhere else. */
import type { Failure, FailureKind } from '../../kernel/errors.ts';
import type { Answer } from './exchange.ts';
import { API_HEADERS } from './security-headers.ts';

export const STATUS_OF: Readonly<Record<FailureKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit: 429,
  unavailable: 503,
  internal: 500,
};

/** Cases of this face that HTTP itself has a status for. */
const STATUS_OF_CODE: ReadonlyMap<string, number> = new Map([
  ['body_too_long', 413],
  ['content_type_unknown', 415],
  ['method_not_allowed', 405],
]);

export interface FailureBody {
  readonly error: Pick<Failure, 'kind' | 'code' | 'message' | 'details'>;
}

export const statusOf = ({ kind, code }: Failure): number => STATUS_OF_CODE.get(code) ?? STATUS_OF[kind];

export function failureBody({ kind, code, message, details }: Failure): FailureBody {
  return { error: { kind, code, message, details } };
}

/** `headers` are names and values by turns, on top of those every answer has. */
export function failureAnswer(failure: Failure, headers: readonly string[] = []): Answer {
  const signIn = failure.kind === 'unauthenticated' ? ['WWW-Authenticate', 'Bearer'] : [];
  return {
    status: statusOf(failure),
    headers: [...API_HEADERS, ...signIn, ...headers],
    body: JSON.stringify(failureBody(failure)),
  };
}
