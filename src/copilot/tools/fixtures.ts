/** Tool servers for tests: one whose tools are known, behind an address nobody answers at. */
import type { Context } from '../../kernel/context.ts';
import { insertServer } from './servers/store.ts';
import { acceptTool, replaceTools } from './store.ts';

export const EXAMPLE_SERVER = '00000000-0000-4000-8000-0000000000d1';

/** Puts in place what the examples of this module speak of. */
export async function givenToolExamples({ owner, db, clock }: Context): Promise<void> {
  await insertServer(owner, db, {
    id: EXAMPLE_SERVER,
    name: 'notes',
    address: { transport: 'stdio', command: 'no-such-program-of-the-examples', args: [], environment: {} },
    createdAt: clock.now(),
  });
  await replaceTools(owner, db, {
    serverId: EXAMPLE_SERVER,
    offered: [{ name: 'search', description: 'Searches notes', inputSchema: { type: 'object', properties: {} } }],
    now: clock.now(),
  });
  await acceptTool(owner, db, { serverId: EXAMPLE_SERVER, name: 'search', policy: 'ask' });
}
