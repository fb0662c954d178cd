/** A tool of a server, its full name, and the fingerprint that shows whether it is still what the owner looked at. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../kernel/json.ts';
import type { OfferedByServer } from './ports/tool-server.ts';

/** `ask`: every call waits for the owner. `allow`: the owner trusts it. `off`: no model is offered it. */
export const POLICIES = ['ask', 'allow', 'off'] as const;
export type Policy = (typeof POLICIES)[number];

/** `unseen`: new or changed since the owner looked; `gone`: the server no longer offers it. */
export const TOOL_STATES = ['accepted', 'unseen', 'gone'] as const;

const BETWEEN = '__';
/** What vendors take as the name of a tool. */
const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

export const toolSchema = z.object({
  name: z.string().describe('Server and tool: `github__create_issue`'),
  server: z.string(),
  description: z.string().describe("The server's own words; not checked by anybody"),
  input_schema: z.record(z.string(), z.unknown()).describe('JSON Schema of its arguments'),
  policy: z.enum(POLICIES),
  state: z.enum(TOOL_STATES),
});
export type Tool = z.output<typeof toolSchema>;

export const toolErrors = {
  tool_unknown: {
    kind: 'not_found',
    text: ({ name }: { name: string }) =>
      `No connected server offers ${name}. \`nima tools list\` shows what there is.`,
  },
} as const;

export const fullName = (server: string, tool: string): string => `${server}${BETWEEN}${tool}`;

/** `github__create_issue` → server `github`, tool `create_issue`; null when it has no server. */
export function partsOf(name: string): { server: string; tool: string } | null {
  const at = name.indexOf(BETWEEN);
  return at > 0 ? { server: name.slice(0, at), tool: name.slice(at + BETWEEN.length) } : null;
}

/** False for a name no model can be offered; such a tool is left out and the server's `problem` says so. */
export const isUsable = (server: string, tool: string): boolean => NAME.test(fullName(server, tool));

export function fingerprintOf({ name, description, inputSchema }: OfferedByServer): string {
  return createHash('sha256').update(canonicalJson({ name, description, inputSchema })).digest('base64url');
}
