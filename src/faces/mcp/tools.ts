/** Operations as tools of the Model Context Protocol: what each is called, what it may do, and how an answer is said. */

import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Failure } from '../../kernel/errors.ts';
import { toolNameOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { inputSchemaOf, outputSchemaOf, streamingOf } from '../../kernel/schemas.ts';

/** Verbs whose second call with the same arguments changes nothing more. */
const IDEMPOTENT_VERBS: readonly string[] = ['update', 'remove', 'get', 'list', 'search'];

/** The protocol has no streams of results; what streams only when asked is not asked to. */
export function isOffered(operation: Operation): boolean {
  return operation.offeredIn.includes('mcp') && streamingOf(operation) !== 'always';
}

export function toolOf(operation: Operation): Tool {
  const { name, summary, effect } = operation;
  const output = outputSchemaOf(operation);
  return {
    name: toolNameOf(operation),
    title: summary,
    description: summary,
    inputSchema: inputSchemaOf(operation) as Tool['inputSchema'],
    // The protocol knows structured answers as objects only.
    ...(output.type === 'object' ? { outputSchema: output as Tool['outputSchema'] } : {}),
    annotations: {
      title: summary,
      readOnlyHint: effect === 'read',
      destructiveHint: effect === 'destroy',
      idempotentHint: effect === 'read' || IDEMPOTENT_VERBS.includes(name.split('.').at(-1) ?? ''),
      openWorldHint: effect === 'spend',
    },
  };
}

export function answerOf(output: unknown): CallToolResult {
  const isObject = typeof output === 'object' && output !== null && !Array.isArray(output);
  return {
    content: [{ type: 'text', text: JSON.stringify(output) }],
    ...(isObject ? { structuredContent: output as Record<string, unknown> } : {}),
  };
}

/** A failure the model can read and mend: the sentence for people, and the case for programs. */
export function refusalOf({ kind, code, message, details }: Failure): CallToolResult {
  return {
    isError: true,
    content: [{ type: 'text', text: `${message} (${code})` }],
    _meta: { 'nima/error': { kind, code, details } },
  };
}
