/** `nima mcp`: the tools over stdio, for an MCP client that starts Nima itself. Standard output carries the protocol only. */
import { serveMcpStdio } from '../faces/mcp/stdio.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { assemble, firstPasswordText } from './assemble.ts';

export async function runMcp(settings: Settings): Promise<number> {
  const nima = await assemble({ ...settings, log: { level: 'silent' } });
  if (nima.firstPassword) console.error(firstPasswordText(nima.firstPassword));
  const actor = await nima.actor('mcp');
  if (!actor) throw new Error('There is no owner.');
  nima.start();
  await serveMcpStdio(nima.host, actor);
  await nima.close();
  return 0;
}
