/** One connection to an MCP server: opened when first needed, shared by calls, closed after a quiet while or when it drops. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { ServerAddress } from '../../../copilot/tools/ports/tool-server.ts';
import { Failure } from '../../../kernel/errors.ts';

/** A program idle for this long is ended; its next call starts it anew. */
const IDLE_MS = 300_000;
/** A server that has not greeted by then is taken for dead. */
const GREETING_MS = 20_000;

export interface Means {
  /** The value behind a reference. */
  secret(reference: string): string;
  /** The way out to this address and no other. */
  fetchTo(url: URL): typeof fetch;
  readonly version: string;
}

const isReference = (value: string): boolean => /^(env|file):/.test(value);

function revealed(values: Readonly<Record<string, string>>, { secret }: Means): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isReference(value) ? secret(value) : value]),
  );
}

/** The program gets the few variables the SDK holds safe and those it was given: nothing else of Nima's own environment. */
function transportOf(address: ServerAddress, means: Means): Transport {
  if (address.transport === 'http') {
    const { headers } = address;
    const url = new URL(address.url);
    // The SDK's class names its optional members more loosely than its own interface.
    return new StreamableHTTPClientTransport(url, {
      fetch: means.fetchTo(url),
      requestInit: { headers: revealed(headers, means) },
    }) as Transport;
  }
  const { command, args, environment } = address;
  return new StdioClientTransport({
    command,
    args: [...args],
    env: revealed(environment, means),
    stderr: 'ignore',
  });
}

export class McpConnection {
  readonly #client: Client;
  readonly #onEnd: () => void;
  #idle: NodeJS.Timeout | undefined;

  private constructor(client: Client, onEnd: () => void) {
    this.#client = client;
    this.#onEnd = onEnd;
    client.onclose = () => this.#ended();
    this.#rest();
  }

  static async open(address: ServerAddress, means: Means, onEnd: () => void): Promise<McpConnection> {
    const client = new Client({ name: 'nima', version: means.version });
    try {
      await client.connect(transportOf(address, means), { timeout: GREETING_MS });
      return new McpConnection(client, onEnd);
    } catch (cause) {
      await client.close().catch(() => undefined);
      const text = `The tool server cannot be reached: ${(cause as Error).message}. Check its command or address, then ask it again.`;
      throw cause instanceof Failure
        ? cause
        : new Failure('unavailable', text, { code: 'tool_server_unreachable', cause });
    }
  }

  /** Runs `work` on the open client; the connection does not end while it runs. */
  async use<T>(work: (client: Client) => Promise<T>): Promise<T> {
    clearTimeout(this.#idle);
    try {
      return await work(this.#client);
    } finally {
      this.#rest();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#client.close().catch(() => undefined);
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), IDLE_MS);
    this.#idle.unref();
  }

  #ended(): void {
    clearTimeout(this.#idle);
    this.#onEnd();
  }
}
