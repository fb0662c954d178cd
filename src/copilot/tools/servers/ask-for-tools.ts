/** Asks a server what it offers and puts the answer, or why there is none, on record. */
import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import { type OfferedByServer, type ServerTarget, type ToolServers, toolServersPort } from '../ports/tool-server.ts';
import { replaceTools } from '../store.ts';
import { isUsable } from '../tool.ts';
import { type KnownServer, updateServer } from './store.ts';

/** Each offered tool costs prompt in every answer; a server with more is best cut down on its own side. */
const TOOLS_MAX = 100;
/** A schema larger than this is a document, not a signature. */
const SCHEMA_CHARS_MAX = 20_000;
const DESCRIPTION_CHARS_MAX = 1000;

export const targetOfServer = ({ id, address }: KnownServer): ServerTarget => ({ key: id, address });

export function toolServers({ providers }: Context): ToolServers {
  const mcp = providers(toolServersPort).get('mcp');
  if (!mcp) throw new Failure('unavailable', 'This Nima was put together without a way to reach tool servers.');
  return mcp;
}

function problemOf(server: string, offered: readonly OfferedByServer[]): string | null {
  const names = offered.filter((tool) => !fits(server, tool)).map(({ name }) => name.slice(0, 64));
  if (names.length > 0) {
    return `Left out, because their name or schema cannot be used: ${names.slice(0, 5).join(', ')}.`;
  }
  return offered.length > TOOLS_MAX ? `It offers ${offered.length} tools; the first ${TOOLS_MAX} are used.` : null;
}

const fits = (server: string, { name, inputSchema }: OfferedByServer): boolean =>
  isUsable(server, name) && JSON.stringify(inputSchema).length <= SCHEMA_CHARS_MAX;

/** Never throws for a server that is out of reach: its `problem` says so, and its tools stay as they were. */
export async function askForTools(ctx: Context, server: KnownServer): Promise<void> {
  const { owner, db, clock, signal } = ctx;
  let offered: readonly OfferedByServer[];
  try {
    offered = await toolServers(ctx).list(targetOfServer(server), signal);
  } catch (thrown) {
    const problem = asFailure(thrown).message;
    await updateServer(owner, db, server.id, { problem, checked_at: clock.now() });
    return;
  }
  const usable = offered
    .filter((tool) => fits(server.name, tool))
    .slice(0, TOOLS_MAX)
    .map((tool) => ({ ...tool, description: tool.description.slice(0, DESCRIPTION_CHARS_MAX) }));
  await ctx.transaction(async (tx) => {
    const now = clock.now();
    await replaceTools(owner, tx.db, { serverId: server.id, offered: usable, now });
    await updateServer(owner, tx.db, server.id, { problem: problemOf(server.name, offered), checked_at: now });
  });
}
