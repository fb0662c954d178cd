/** Fills the port to tool servers with the Model Context Protocol, over standard input and output or streamable HTTP. */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type {
  OfferedByServer,
  ServerTarget,
  ToolAnswer,
  ToolServers,
} from '../../../copilot/tools/ports/tool-server.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { McpConnection, Means } from './connection.ts';

/** Pages of tools read from one server; a list without end is not a list. */
const PAGES_MAX = 20;
const LIST_MS = 30_000;
/** Tools may work long; a person waits for this one. */
const CALL_MS = 120_000;

function failureOf(cause: unknown, signal: AbortSignal): Failure {
  if (cause instanceof Failure) return cause;
  if (signal.aborted) return new Failure('unavailable', 'The call was stopped.', { code: 'tool_stopped', cause });
  const text = `The tool server did not answer as it should: ${(cause as Error).message}.`;
  return new Failure('unavailable', text, { code: 'tool_server_failed', cause });
}

async function listed(client: Client, signal: AbortSignal): Promise<OfferedByServer[]> {
  const all: OfferedByServer[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer = await client.listTools(cursor === undefined ? {} : { cursor }, { signal, timeout: LIST_MS });
    for (const { name, description = '', inputSchema } of answer.tools) all.push({ name, description, inputSchema });
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return all;
}

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly mimeType?: string;
  readonly uri?: string;
  readonly resource?: { readonly text?: string; readonly uri?: string };
}

/** Text is carried; pictures, sounds and links are named, so that nothing large or active comes along. */
function textOf({ type, text, mimeType, uri, resource }: Part): string {
  if (type === 'text') return text ?? '';
  if (type === 'resource') return resource?.text ?? `[${resource?.uri ?? 'resource'}]`;
  return `[${[type, mimeType ?? uri].filter(Boolean).join(' ')}]`;
}

export class McpToolServers implements ToolServers {
  readonly #means: Means;
  readonly #connections = new Map<string, Promise<McpConnection>>();

  constructor(means: Means) {
    this.#means = means;
  }

  async list(target: ServerTarget, signal: AbortSignal): Promise<readonly OfferedByServer[]> {
    return this.#use(target, signal, (client) => listed(client, signal));
  }

  async call(
    target: ServerTarget,
    { name, input }: { readonly name: string; readonly input: Readonly<Record<string, unknown>> },
    signal: AbortSignal,
  ): Promise<ToolAnswer> {
    return this.#use(target, signal, async (client) => {
      const answer = await client.callTool({ name, arguments: input }, undefined, { signal, timeout: CALL_MS });
      const parts = (answer.content ?? []) as readonly Part[];
      return {
        isError: answer.isError === true,
        text: parts.map(textOf).join('\n'),
        data: answer.structuredContent ?? null,
      };
    });
  }

  async forget(key: string): Promise<void> {
    const connection = this.#connections.get(key);
    this.#connections.delete(key);
    await connection?.then((open) => open.close()).catch(() => undefined);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#connections.keys()].map((key) => this.forget(key)));
  }

  async #use<T>(target: ServerTarget, signal: AbortSignal, work: (client: Client) => Promise<T>): Promise<T> {
    try {
      const connection = await this.#open(target);
      return await connection.use(work);
    } catch (cause) {
      throw failureOf(cause, signal);
    }
  }

  #open({ key, address }: ServerTarget): Promise<McpConnection> {
    const known = this.#connections.get(key);
    if (known) return known;
    const forget = () => {
      if (this.#connections.get(key) === opening) this.#connections.delete(key);
    };
    // The SDK is loaded when the first server is used: most days on a small machine none is.
    const opening = import('./connection.ts').then((loaded) => loaded.McpConnection.open(address, this.#means, forget));
    this.#connections.set(key, opening);
    opening.catch(forget);
    return opening;
  }
}
