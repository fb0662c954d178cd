/** Manifest of the users module. */
import { defineModule } from '../../kernel/module.ts';
import { getUser } from './get.ts';
import { resetPassword } from './password/reset.ts';
import { updatePassword } from './password/update.ts';
import { createSession } from './sessions/create.ts';
import { listSessions } from './sessions/list.ts';
import { removeSession } from './sessions/remove.ts';
import { createToken } from './tokens/create.ts';
import { listTokens } from './tokens/list.ts';
import { removeToken } from './tokens/remove.ts';

export const users = defineModule({
  name: 'users',
  purpose: 'Who may come in, and how they prove it',
  folder: import.meta.dirname,
  operations: [
    getUser,
    createSession,
    listSessions,
    removeSession,
    createToken,
    listTokens,
    removeToken,
    updatePassword,
    resetPassword,
  ],
});
