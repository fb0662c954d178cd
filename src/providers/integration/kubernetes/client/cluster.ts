/**
 * One connection to a Kubernetes API server, on Node's own HTTP. Why not `@kubernetes/client-node` 2.0.1: measured here
 * it adds 68 packages and 83 MB on disk, and 90 MB of memory and 0.4 s when loaded (also when only its config is), which
 * a Raspberry Pi feels; of that we need kubeconfig, TLS and JSON, which are this folder. Typing comes from the schemas
 * of what we read, validation from the API server's own dry run. The address is the owner's kubeconfig, so the guard
 * against private addresses does not apply here.
 */
import { readFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { Failure } from '../../../../kernel/errors.ts';
import type { KubernetesConfig } from '../config.ts';
import { credentialOf } from './exec-credential.ts';
import { failureOf, silence } from './failures.ts';
import { type Access, accessOf } from './kubeconfig.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Of the body; `application/json` unless said. */
  readonly type?: string;
}

export interface Cluster {
  readonly context: string;
  readonly config: KubernetesConfig;
  /** Aborts all its calls. */
  readonly signal: AbortSignal;
  json(call: Call): Promise<unknown>;
  text(call: Call): Promise<string>;
  /** The same cluster, with calls that end by another signal: for what must be done after a cancel. */
  until(signal: AbortSignal): Cluster;
}

/** The largest answer read: a list of some thousand pods. More would not fit the memory of a Pi beside all else. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

export async function openCluster(config: KubernetesConfig, signal: AbortSignal): Promise<Cluster> {
  const access = await accessOf(config);
  const options = await optionsOf(access, signal);
  const until = (signal: AbortSignal): Cluster => {
    const text = (call: Call) => exchange({ access, options, config, signal }, call);
    return { context: access.context, config, signal, text, json: async (call) => parsed(await text(call)), until };
  };
  return until(signal);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('unavailable', 'The cluster answered something that is no JSON. Nima tries again.', {
      code: 'cluster_answer_unknown',
      cause,
    });
  }
}

async function optionsOf(access: Access, signal: AbortSignal): Promise<RequestOptions> {
  const given = access.exec ? await credentialOf(access.exec, signal) : undefined;
  const token =
    given?.token?.reveal() ??
    access.token?.reveal() ??
    (access.tokenFile ? (await readFile(access.tokenFile, 'utf8')).trim() : undefined);
  const authorization = token ? `Bearer ${token}` : access.basic ? `Basic ${access.basic.reveal()}` : undefined;
  return {
    headers: { accept: 'application/json', 'user-agent': 'nima', ...(authorization ? { authorization } : {}) },
    ca: access.ca,
    cert: given?.certificate ?? access.certificate,
    key: given?.key?.reveal() ?? access.key?.reveal(),
    servername: access.serverName,
    rejectUnauthorized: !access.isUnverified,
  };
}

interface Line {
  readonly access: Access;
  readonly options: RequestOptions;
  readonly config: KubernetesConfig;
  readonly signal: AbortSignal;
}

async function exchange({ access, options, config, signal }: Line, call: Call): Promise<string> {
  signal.throwIfAborted();
  const url = new URL(access.server + call.path + (call.query ? `?${new URLSearchParams(call.query)}` : ''));
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  const headers = {
    ...options.headers,
    ...(body === undefined
      ? {}
      : { 'content-type': call.type ?? 'application/json', 'content-length': Buffer.byteLength(body) }),
  };
  const ends = AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs)]);
  try {
    const response = await ask(url, { ...options, method: call.method, headers, signal: ends }, body);
    const text = await read(response);
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return text;
    throw failureOf({ status, retryAfter: response.headers['retry-after'], body: text });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    signal.throwIfAborted();
    throw silence(access.server, config.timeoutMs, ends.aborted ? ends.reason : cause);
  }
}

function ask(url: URL, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject).end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > ANSWER_BYTES_MAX) {
      response.destroy();
      throw new Failure('limit', 'The cluster answered more than 32 MiB. Ask for less at a time.', {
        code: 'cluster_answer_too_large',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
