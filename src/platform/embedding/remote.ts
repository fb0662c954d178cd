/**
 * An embedder on another server that speaks OpenAI's `POST /embeddings` (OpenAI, Ollama, vLLM, LM Studio …). Texts
 * leave this process; who may send what is decided where settings are read.
 */
import { Failure } from '../../kernel/errors.ts';
import type { Embedder } from '../../kernel/ports.ts';
import type { Secret } from '../../kernel/secret.ts';
import { quantize } from './quantize.ts';

export interface RemoteEmbedderOptions {
  /** Up to and without `/embeddings`: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** What the model yields; an answer of another length is refused. */
  readonly dimensions: number;
  readonly key?: Secret;
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Servers take at least this many texts in one request; OpenAI takes 2,048. */
const BATCH_TEXTS_MAX = 64;
/** A batch takes seconds on a small machine; a server silent for longer is gone. */
const TIMEOUT_MS = 30_000;

export function createRemoteEmbedder(options: RemoteEmbedderOptions): Embedder {
  return {
    id: `remote:${options.model}:${options.dimensions}`,
    dimensions: options.dimensions,
    isInstant: false,
    knowsMeaning: true,
    embed: async (texts) => {
      const vectors: Int8Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH_TEXTS_MAX) {
        vectors.push(...(await embedBatch(options, texts.slice(start, start + BATCH_TEXTS_MAX))));
      }
      return vectors;
    },
  };
}

async function embedBatch(options: RemoteEmbedderOptions, texts: readonly string[]): Promise<Int8Array[]> {
  const answer = await request(options, texts);
  if (!answer.ok) throw refusal(options, answer);
  return vectorsOf(await bodyOf(options, answer), texts.length, options);
}

async function request(options: RemoteEmbedderOptions, texts: readonly string[]): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  const authorization = options.key === undefined ? {} : { authorization: `Bearer ${options.key.reveal()}` };
  try {
    return await send(`${options.baseUrl.replace(/\/+$/, '')}/embeddings`, {
      method: 'POST',
      // A redirect would carry the texts to an address nobody configured.
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ model: options.model, input: texts, encoding_format: 'float' }),
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    });
  } catch (cause) {
    throw unreachable(options, cause);
  }
}

async function bodyOf(options: RemoteEmbedderOptions, answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) throw unusable(options, 'it did not answer JSON', cause);
    throw unreachable(options, cause);
  }
}

/** The vectors in the order of the texts. */
function vectorsOf(body: unknown, count: number, options: RemoteEmbedderOptions): Int8Array[] {
  const data = (body as { data?: unknown } | null)?.data;
  if (!Array.isArray(data) || data.length !== count) {
    throw unusable(options, `it did not answer one vector for each of ${count} texts`);
  }
  const vectors = new Array<Int8Array | undefined>(count).fill(undefined);
  data.forEach((item: { index?: unknown; embedding?: unknown } | null, at) => {
    const embedding = item?.embedding;
    if (!Array.isArray(embedding) || !embedding.every((value) => Number.isFinite(value))) {
      throw unusable(options, 'a vector is not a list of numbers');
    }
    if (embedding.length !== options.dimensions) {
      throw unusable(options, `its vectors have ${embedding.length} dimensions instead of ${options.dimensions}`);
    }
    vectors[typeof item?.index === 'number' ? item.index : at] = quantize(embedding);
  });
  return vectors.map((vector) => vector ?? fail(options));
}

function fail(options: RemoteEmbedderOptions): never {
  throw unusable(options, 'it numbered its vectors wrongly');
}

function unreachable(options: RemoteEmbedderOptions, cause: unknown): Failure {
  const isTimeout = cause instanceof Error && cause.name === 'TimeoutError';
  const what = isTimeout ? 'did not answer in time' : 'cannot be reached';
  return new Failure('unavailable', `The embedding server ${what}. Check that ${options.baseUrl} is up.`, { cause });
}

function unusable(options: RemoteEmbedderOptions, why: string, cause?: unknown): Failure {
  const text = `The embedding server at ${options.baseUrl} cannot be used with ${options.model}: ${why}.`;
  return new Failure('unavailable', `${text} Check the embedding settings.`, { cause });
}

function refusal(options: RemoteEmbedderOptions, answer: Response): Failure {
  const details = { status: answer.status };
  if (answer.status === 429) {
    return new Failure('limit', 'The embedding server asks for fewer requests. Try again later.', { details });
  }
  const isKey = answer.status === 401 || answer.status === 403;
  const why = isKey ? 'refused the key' : `answered with status ${answer.status}`;
  const text = `The embedding server at ${options.baseUrl} ${why}. Check the embedding settings.`;
  return new Failure('unavailable', text, { details });
}
