/** An MCP server for one actor. Which transport carries it is not its business. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Actor } from '../../kernel/context.ts';
import { asFailure, Failure } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import { toolNameOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { answerOf, isOffered, refusalOf, toolOf } from './tools.ts';

const INSTRUCTIONS =
  "Nima remembers what its owner told it and works for them. Look before you change; what cannot be undone waits for the owner's approval: tell them, then call again.";

/** The tools of a catalog, worked out once for every server made from it. */
export interface Offer {
  readonly tools: readonly Tool[];
  readonly operations: ReadonlyMap<string, Operation>;
}

export function offerOf({ catalog }: Host): Offer {
  const operations = [...catalog.operations.values()].filter(isOffered);
  return {
    tools: operations.map(toolOf),
    operations: new Map(operations.map((operation) => [toolNameOf(operation), operation])),
  };
}

export function createMcpServer(host: Host, { tools, operations }: Offer, actor: Actor): Server {
  const server = new Server(
    { name: 'nima', version: host.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const agent: Actor = { ...actor, kind: 'agent', face: 'mcp' };
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const operation = operations.get(params.name);
    if (!operation)
      return refusalOf(new Failure('not_found', `There is no tool ${params.name}.`, { code: 'tool_unknown' }));
    try {
      return answerOf(await host.run({ operation, input: params.arguments ?? {}, actor: agent, signal }));
    } catch (thrown) {
      return refusalOf(asFailure(thrown));
    }
  });
  return server;
}
