/** Calls the operations of a Nima that runs as a server, for programs that know the catalog themselves. */
import { FAILURE_KINDS, Failure, type FailureKind } from '../../kernel/errors.ts';
import { routeOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { inputSchemaOf, streamingOf } from '../../kernel/schemas.ts';
import { connect, NimaError } from './runtime.ts';

export interface RemoteOptions {
  /** `http://127.0.0.1:8002`. */
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Answers with the output, or a stream of events; throws Failures, as the pipeline does. */
export type RemoteInvoke = (
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
) => Promise<unknown>;

/** What the server said, or that it said nothing, in the kernel's terms. */
function failureOf(thrown: unknown, url: string): unknown {
  if (thrown instanceof NimaError) {
    const kind = FAILURE_KINDS.includes(thrown.kind as FailureKind) ? (thrown.kind as FailureKind) : 'internal';
    return new Failure(kind, thrown.message, { code: thrown.code, details: thrown.details, cause: thrown });
  }
  if ((thrown as Error | undefined)?.name === 'AbortError') return thrown;
  const text = `Nima does not answer at ${url}. Start it with "nima serve".`;
  return new Failure('unavailable', text, { code: 'server_unreachable', cause: thrown });
}

async function* inKernelTerms(events: AsyncIterable<unknown>, url: string): AsyncGenerator<unknown> {
  try {
    yield* events;
  } catch (thrown) {
    throw failureOf(thrown, url);
  }
}

export function remoteInvoker({ url, token, fetch }: RemoteOptions): RemoteInvoke {
  const { ask, follow } = connect({ baseUrl: url.replace(/\/$/, ''), token, fetch });
  return async (operation, input, signal) => {
    const { method, path } = routeOf(operation);
    const streaming = streamingOf(operation);
    if (streaming === 'always' || (streaming === 'when asked' && input.stream === true)) {
      const resumes = 'after' in (inputSchemaOf(operation).properties ?? {});
      return inKernelTerms(follow({ method, path, resumes }, input, { signal }), url);
    }
    try {
      return await ask({ method, path }, input, { signal });
    } catch (thrown) {
      throw failureOf(thrown, url);
    }
  };
}
