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

export function createToolbox(host: Host): Toolbox {
  const offered = new Map(
    [...host.catalog.operations.values()].filter(isOffered).map((operation) => [toolNameOf(operation), operation]),
  );
  const tools = [...offered.values()].map(toolOf);
  return {
    tools: () => tools,
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
