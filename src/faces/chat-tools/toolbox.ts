/** The operations as tools of the chat's model. Each call goes through the pipeline, as an agent of the owner. */
import { z } from 'zod';
import type { Actor } from '../../kernel/context.ts';
import { asFailure, Failure } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import { toolNameOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import type { OfferedTool, Toolbox, ToolOutcome } from '../../kernel/ports.ts';

function toolOf(operation: Operation): OfferedTool {
  const { name, summary, effect, input, examples } = operation;
  const says = examples.map(({ say }) => `"${say}"`).join(', ');
  return {
    name: toolNameOf(operation),
    description: `${summary}. For example: ${says}.`,
    inputSchema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    operation: name,
    summary,
    effect,
  };
}

function outcomeOf(thrown: unknown): ToolOutcome {
  const failure = asFailure(thrown);
  if (failure.code !== 'approval_needed') return { state: 'failed', failure };
  const { approval_id, preview, expires_at } = failure.details;
  return { state: 'asks', approvalId: String(approval_id), preview: String(preview), expiresAt: String(expires_at) };
}

export function createToolbox(host: Host): Toolbox {
  const operations = [...host.catalog.operations.values()].filter(
    ({ offeredIn, events }) => offeredIn.includes('chat') && !events,
  );
  const byTool = new Map(operations.map((operation) => [toolNameOf(operation), operation]));
  const tools = operations.map(toolOf);
  return {
    tools: () => tools,
    async execute(actor, { name, input }, signal) {
      const operation = byTool.get(name);
      if (!operation) {
        return {
          state: 'failed',
          failure: new Failure('not_found', `There is no tool called ${name}.`, { code: 'tool_unknown' }),
        };
      }
      const agent: Actor = { ...actor, kind: 'agent', face: 'chat' };
      try {
        const output = await host.run({ operation, input, actor: agent, signal });
        return { state: 'done', output, undo: operation.undo ?? null };
      } catch (thrown) {
        return outcomeOf(thrown);
      }
    },
  };
}
