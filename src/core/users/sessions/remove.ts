/** Sign-out of one browser, or of the one that asks. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { deleteCredentials } from '../store.ts';

export const removeSession = defineOperation({
  name: 'users.sessions.remove',
  summary: 'Sign a browser out',
  input: z.object({ id: z.uuid().or(z.literal('current')).describe('Session id, or `current` for the one that asks') }),
  output: z.object({ removed: z.int() }),
  errors: {
    session_unknown: {
      kind: 'not_found',
      text: () => 'There is no such session. `nima users sessions list` shows yours.',
    },
  },
  permission: 'users:write',
  effect: 'destroy',
  examples: [{ say: 'sign me out', input: { id: 'current' } }],
  offeredIn: ['rest', 'cli'],
  async run({ owner, db, actor }, { id }, fail) {
    const target = id === 'current' ? actor.credential : id;
    const removed = target ? await deleteCredentials(owner, db, { kind: 'session', id: target }) : 0;
    // Signing out without a session (a bearer token asked) already is the wanted state.
    if (removed === 0 && id !== 'current') throw fail.session_unknown({});
    return { removed };
  },
});
