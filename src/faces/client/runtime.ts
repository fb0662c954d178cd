/**
 * What every call of the generated client has in common: addresses, failures, streams that go on where they broke off.
 * `write-client.ts` copies this file into the client, so it imports nothing and runs in browsers and Node alike.
 */

export interface NimaErrorBody {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
}

/** What Nima answered instead of a result. A lost connection is not this: `fetch` says it in its own way. */
export class NimaError extends Error {
  /** One of eight: invalid, unauthenticated, forbidden, not_found, conflict, limit, unavailable, internal. */
  readonly kind: string;
  /** The case, for programs: `fact_already_known`. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** HTTP status; 500 for a stream that failed after it had begun. */
  readonly status: number;

  constructor({ kind, code, message, details }: NimaErrorBody, status: number) {
    super(message);
    this.name = 'NimaError';
    this.kind = kind;
    this.code = code;
    this.details = details;
    this.status = status;
  }
}

export interface ClientOptions {
  /** `http://localhost:8002`; the page's own origin when left out. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Bearer token; a page is signed in by its cookie instead. */
  readonly token?: string | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Address {
  readonly method: string;
  /** With `{id}` for what the input fills in. */
  readonly path: string;
  /** True when a stream can go on after the last event seen. */
  readonly resumes?: boolean;
}

type Input = Readonly<Record<string, unknown>>;

function queryOf(input: Input): string {
  const words = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  const pairs = Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((item) => [name, words(item)]) : [[name, words(value)]];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

async function failureOf(response: Response): Promise<NimaError> {
  const body = (await response.json().catch(() => null)) as { error?: NimaErrorBody } | null;
  const message = `The server answered ${response.status} without saying why.`;
  return new NimaError(body?.error ?? { kind: 'internal', code: 'internal', message, details: {} }, response.status);
}

interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string;
}

function frameOf(text: string): Frame {
  const fields = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
  const all = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
  return { id: all('id').at(-1), event: all('event').at(-1), data: all('data').join('\n') };
}

async function* framesOf({ body }: Response): AsyncGenerator<Frame> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      yield* frames.map(frameOf).filter(({ data }) => data !== '');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const RESUMES_MAX = 4;
const RESUME_AFTER_MS = 250;

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The two ways to call: `ask` for one answer, `follow` for events. */
export function connect({ baseUrl = '', fetch, token }: ClientOptions) {
  const send = fetch ?? ((...request: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...request));

  async function open(address: Address, input: Input, signal?: AbortSignal, after?: string): Promise<Response> {
    const { method } = address;
    const rest = { ...input };
    const path = address.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      delete rest[name];
      return encodeURIComponent(String(input[name]));
    });
    const isInBody = method === 'POST' || method === 'PUT';
    const response = await send(`${baseUrl}${path}${isInBody ? '' : queryOf(rest)}`, {
      method,
      headers: {
        ...(isInBody ? { 'Content-Type': 'application/json' } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(after ? { 'Last-Event-ID': after } : {}),
      },
      ...(isInBody ? { body: JSON.stringify(rest) } : {}),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  async function ask(address: Address, input: object, { signal }: CallOptions = {}): Promise<unknown> {
    return (await open(address, input as Input, signal)).json();
  }

  async function* follow(address: Address, input: object, { signal }: CallOptions = {}): AsyncGenerator<unknown> {
    let last: string | undefined;
    for (let tries = 0; ; tries += 1) {
      try {
        for await (const { id, event, data } of framesOf(await open(address, input as Input, signal, last))) {
          if (event === 'error') throw new NimaError((JSON.parse(data) as { error: NimaErrorBody }).error, 500);
          last = id ?? last;
          tries = 0;
          yield JSON.parse(data);
        }
        return;
      } catch (thrown) {
        const isBroken = !(thrown instanceof NimaError) && !signal?.aborted;
        if (!isBroken || !address.resumes || last === undefined || tries >= RESUMES_MAX) throw thrown;
        await pause(RESUME_AFTER_MS * 2 ** tries, signal);
      }
    }
  }

  return { ask, follow };
}
