/** The operations a model may call. A call runs as an agent of its owner through the same pipeline as everybody's. */
import type { Actor } from '../../kernel/context.ts';
import { asFailure, Failure } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import { toolNameOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { OfferedTool, Toolbox, ToolOutcome } from '../../kernel/ports.ts';
import { inputSchemaOf } from '../../kernel/schemas.ts';

const isOffered = ({ offeredIn, events }: Operation): boolean => offeredIn.includes('chat') && events === undefined;

/** A model reads what an operation does and how people ask for it; two phrasings tell as much as ten. */
const SAYINGS_MAX = 2;

function descriptionOf({ summary, examples }: Operation): string {
  const sayings = examples.slice(0, SAYINGS_MAX).map(({ say }) => `"${say}"`);
  return sayings.length === 0 ? `${summary}.` : `${summary}. For example: ${sayings.join(', ')}.`;
}

function toolOf(operation: Operation): OfferedTool {
  return {
    name: toolNameOf(operation),
    description: descriptionOf(operation),
    inputSchema: inputSchemaOf(operation),
    operation: operation.name,
    summary: operation.summary,
    effect: operation.effect,
    ...(operation.undo === undefined ? {} : { undo: operation.undo }),
  };
}

/** A call that waits for the owner is no failure: the approval says what is asked. */
function outcomeOf(failure: Failure): ToolOutcome {
  if (failure.code !== 'approval_needed') return { state: 'failed', failure };
  const { approval_id, preview, expires_at } = failure.details;
  return { state: 'asks', approvalId: String(approval_id), preview: String(preview), expiresAt: String(expires_at) };
}

function unknownTool(name: string): ToolOutcome {
  const text = `There is no tool ${name}. Use one of the tools you were given.`;
  return { state: 'failed', failure: new Failure('not_found', text, { code: 'tool_unknown', details: { name } }) };
}

/** What the operation `tools.list` tells of a tool from outside. */
interface ForeignTool {
  readonly name: string;
  readonly description: string;
  readonly input_schema: object;
  readonly policy: 'ask' | 'allow' | 'off';
  readonly state: 'accepted' | 'unseen' | 'gone';
}

/** Its words are its server's: the model is told so, and the call goes through `tools.call` like every other. */
function foreignToolOf({ name, description, input_schema }: ForeignTool, { effect }: Operation): OfferedTool {
  return {
    name,
    description: `A tool from outside Nima, described by its server: ${description}`,
    inputSchema: input_schema,
    operation: 'tools.call',
    summary: `Call ${name}, a tool from outside`,
    effect,
  };
}

async function foreignTools(host: Host, actor: Actor, signal: AbortSignal): Promise<OfferedTool[]> {
  const { operations } = host.catalog;
  const [list, call] = [operations.get('tools.list'), operations.get('tools.call')];
  if (!list || !call) return [];
  const { tools } = (await host.run({ operation: list, input: {}, actor, signal })) as { tools: ForeignTool[] };
  return tools
    .filter(({ policy, state }) => policy !== 'off' && state === 'accepted')
    .map((tool) => foreignToolOf(tool, call));
}

export function createToolbox(host: Host): Toolbox {
  const offered = new Map(
    [...host.catalog.operations.values()].filter(isOffered).map((operation) => [toolNameOf(operation), operation]),
  );
  const tools = [...offered.values()].map(toolOf);
  return {
    tools: () => tools,
    offered: async (actor, signal) => [...tools, ...(await foreignTools(host, actor, signal))],
    async execute(actor, { name, input }, signal) {
      const operation = offered.get(name);
      if (!operation) return unknownTool(name);
      const agent: Actor = { ...actor, kind: 'agent', face: 'chat' };
      try {
        const output = await host.run({ operation, input, actor: agent, signal });
        return { state: 'done', output, undo: operation.undo ?? null };
      } catch (thrown) {
        return outcomeOf(asFailure(thrown));
      }
    },
  };
}
