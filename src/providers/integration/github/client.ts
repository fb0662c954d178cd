/**
 * GitHub's REST API over the `fetch` Nima is given, so that every call passes the one guarded way out. A client of our
 * own: `@octokit/rest` brings 14 packages, retries by itself and hides which limit was hit, while the executor already
 * retries. What it would give us, the types, we have at no run-time cost: requests are checked by the compiler against
 * GitHub's published OpenAPI description (`@octokit/openapi-types`), answers at run time by zod.
 */
import type { paths } from '@octokit/openapi-types';
import type { z } from 'zod';
import type { Work } from '../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../kernel/errors.ts';
import { type GithubConfig, githubConfig } from './config.ts';
import { failureOf, refusalText, silence } from './failures.ts';

export type Method = 'get' | 'post' | 'put' | 'patch';
type Op<P extends keyof paths, M extends Method> = paths[P][M & keyof paths[P]];
type PathOf<O> = O extends { parameters: { path: infer V } } ? V : never;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
type BodyOf<O> = O extends { requestBody?: infer R }
  ? NonNullable<R> extends { content: { 'application/json': infer B } }
    ? B
    : never
  : never;

/** One call of a published endpoint: `{ method: 'get', path: '/repos/{owner}/{repo}', at: { owner, repo } }`. */
export interface Call<P extends keyof paths, M extends Method> {
  readonly method: M;
  readonly path: P;
  /** Values of the path; a `path` inside a repository keeps its slashes. */
  readonly at: PathOf<Op<P, M>>;
  readonly query?: QueryOf<Op<P, M>>;
  readonly body?: BodyOf<Op<P, M>>;
}

export type Fetch = typeof globalThis.fetch;

export interface Github {
  readonly config: GithubConfig;
  /** Sends one call and checks the answer. Throws Failures in the words of `failures.ts`. */
  send<P extends keyof paths, M extends Method, A extends z.ZodType>(call: Call<P, M>, answer: A): Promise<z.output<A>>;
}

/** GitHub's dated API version; it is kept for two years after the next one comes. */
const API_VERSION = '2022-11-28';

export function githubFor(fetch: Fetch, work: Work): Github {
  const config = githubConfig.parse(work.config);
  return {
    config,
    async send(call, answer) {
      const path = call.path as string;
      const url = addressOf(config.baseUrl, { path, at: call.at as Values, query: call.query as Values | undefined });
      const said = await answerTo(fetch, url, { work, config, method: call.method, body: call.body });
      const parsed = answer.safeParse(said);
      if (parsed.success) return parsed.data;
      throw new Failure('unavailable', `GitHub answered ${path} in a form Nima does not know. Try again later.`, {
        code: 'github_answer_unknown',
        cause: parsed.error,
      });
    },
  };
}

type Values = Readonly<Record<string, string | number | boolean>>;

function addressOf(base: string, call: { path: string; at: Values; query: Values | undefined }): string {
  const filled = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(call.at[name] ?? '');
    return value.split('/').map(encodeURIComponent).join('/');
  });
  const query = Object.entries(call.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
  return `${base.replace(/\/+$/, '')}${filled}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
}

interface Sending {
  readonly work: Work;
  readonly config: GithubConfig;
  readonly method: Method;
  readonly body: unknown;
}

async function answerTo(fetch: Fetch, url: string, { work, config, method, body }: Sending): Promise<unknown> {
  const token = work.secret(config.token);
  const timeout = AbortSignal.timeout(config.timeoutMs);
  try {
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token.reveal()}`,
        'user-agent': 'nima',
        'x-github-api-version': API_VERSION,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([work.signal, timeout]),
    });
    const text = await response.text();
    if (!response.ok) throw failureOf(response, refusalText(text));
    return text === '' ? null : JSON.parse(text);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    work.signal.throwIfAborted();
    throw silence(config, cause);
  }
}
