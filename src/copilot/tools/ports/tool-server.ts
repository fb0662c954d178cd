/** The port to programs that offer tools. A provider speaks the protocol and keeps connections; what may be called is decided here. */
import { definePort } from '../../../kernel/port.ts';

/** How a server is reached. Values of `environment` and `headers` may be references: `env:NAME`, `file:/path`. */
export type ServerAddress =
  | {
      readonly transport: 'stdio';
      readonly command: string;
      readonly args: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
    }
  | { readonly transport: 'http'; readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** One server: `key` names the connection, so that two calls share it. */
export interface ServerTarget {
  readonly key: string;
  readonly address: ServerAddress;
}

/** A tool as its server describes it; nothing in it is believed. */
export interface OfferedByServer {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: object;
}

export interface ToolAnswer {
  readonly isError: boolean;
  /** What it says, as text; other content is named, not carried. */
  readonly text: string;
  /** Structured content where the tool gives it, else null. */
  readonly data: unknown;
}

export interface ToolServers {
  /** The tools a server offers now. Throws `unavailable` when it cannot be reached, `invalid` when it cannot be understood. */
  list(target: ServerTarget, signal: AbortSignal): Promise<readonly OfferedByServer[]>;
  /** Calls one. Throws `unavailable` when the line drops or nothing comes in time. */
  call(
    target: ServerTarget,
    call: { readonly name: string; readonly input: Readonly<Record<string, unknown>> },
    signal: AbortSignal,
  ): Promise<ToolAnswer>;
  /** Ends the connection of a server that is changed or removed. */
  forget(key: string): Promise<void>;
}

/** Filled by one provider for each protocol; today `mcp`. */
export const toolServersPort = definePort<ToolServers>('tools.server');
