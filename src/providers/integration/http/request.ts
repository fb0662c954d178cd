/** One HTTP request to any server that may be reached, with the credentials the owner keeps for its host. */
import { z } from 'zod';
import { type Action, defineAction, type Work } from '../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Effect } from '../../../kernel/operation.ts';
import { failureOf, silenceOf } from './answer.ts';
import { type HttpConfig, httpConfig } from './config.ts';

/** Credentials stand in the settings, where no model writes them and no task shows them. */
const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|.*(token|secret|api-?key).*)$/i;

const params = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  headers: z
    .record(z.string(), z.string().max(4000))
    .default({})
    .refine((headers) => !Object.keys(headers).some((name) => SECRET_HEADER.test(name)), {
      message: 'credentials belong under integrations.http.hosts in nima.yaml, as references',
    }),
  body: z.string().optional().describe('Sent as it is'),
  json: z.unknown().optional().describe('Sent as JSON'),
  expects: z
    .array(z.int().min(100).max(599))
    .max(20)
    .optional()
    .describe('Statuses that count as done; 200 to 299 unless said'),
});
type Params = z.output<typeof params>;

const hostOf = ({ url }: Params): string => new URL(url).hostname;
const looks = ({ method }: Params): boolean => method === 'GET' || method === 'HEAD';

function mayRepeat(asked: Params, { hosts }: HttpConfig): boolean {
  if (asked.method !== 'POST' && asked.method !== 'PATCH') return true;
  return hosts[hostOf(asked)]?.knowsIdempotencyKeys === true;
}

function effectOf(asked: Params, { hosts }: HttpConfig): Effect {
  if (asked.method === 'DELETE') return 'destroy';
  return looks(asked) && hosts[hostOf(asked)]?.isReadable ? 'read' : 'spend';
}

function headersFor(asked: Params, work: Work): Record<string, string> {
  const kept = Object.entries((work.config as HttpConfig).hosts[hostOf(asked)]?.headers ?? {}).map(([name, value]) => [
    name,
    /^(env|file):/.test(value) ? work.secret(value).reveal() : value,
  ]);
  return {
    'user-agent': 'nima',
    ...(asked.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(looks(asked) ? {} : { 'idempotency-key': work.idempotencyKey }),
    ...asked.headers,
    ...Object.fromEntries(kept),
  };
}

async function send(fetch: typeof globalThis.fetch, asked: Params, work: Work) {
  const body = asked.json === undefined ? asked.body : JSON.stringify(asked.json);
  const response = await fetch(asked.url, {
    method: asked.method,
    headers: headersFor(asked, work),
    signal: work.signal,
    ...(body === undefined ? {} : { body }),
  });
  return { response, text: await response.text() };
}

export interface HttpMeans {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** As written under integrations.http: what a request does must be known before there is a task. */
  readonly settings: unknown;
}

export function requestAction({ fetch, now, settings }: HttpMeans): Action {
  // Faults of the settings are told by whoever reads them; until then no host is known.
  const known = httpConfig.safeParse(settings).data ?? httpConfig.parse({});
  return defineAction({
    name: 'request',
    summary: 'Send an HTTP request',
    params,
    effectOf: (asked) => effectOf(asked, known),
    isRepeatable: (asked) => mayRepeat(asked, known),
    async preview(asked) {
      const said = asked.json === undefined ? asked.body : JSON.stringify(asked.json, null, 2);
      return `Send ${asked.method} ${asked.url}${said ? `:\n${said.slice(0, 4000)}` : '.'}`;
    },
    async run(asked, work) {
      if (asked.body !== undefined && asked.json !== undefined) {
        throw new Failure('invalid', 'Give body or json, not both.', { code: 'params_invalid' });
      }
      const { answerCharsMax } = work.config as HttpConfig;
      const about = { host: hostOf(asked), isRepeatable: mayRepeat(asked, known), now: now() };
      const { response, text } = await send(fetch, asked, work).catch((thrown: unknown) => {
        work.signal.throwIfAborted();
        throw silenceOf(thrown, about);
      });
      const isDone = asked.expects ? asked.expects.includes(response.status) : response.ok;
      if (!isDone) throw failureOf(response, text, about);
      const data = {
        status: response.status,
        headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
        body: text.slice(0, answerCharsMax),
        cut: text.length > answerCharsMax,
      };
      return { summary: `${asked.method} ${asked.url}: ${response.status}.`, data, isUntrusted: true };
    },
  });
}
