/** A bearer token for a script, an MCP client or another machine's command line. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { generateToken, hashToken } from '../secrets.ts';
import { insertCredential } from '../store.ts';
import { credentialSchema } from '../user.ts';

const DAY_MS = 86_400_000;

export const createToken = defineOperation({
  name: 'users.tokens.create',
  summary: 'Create a bearer token; it is shown once',
  input: z.object({
    name: z.string().min(1).max(100).describe('What it is for'),
    days: z.int().min(1).max(3650).optional().describe('Days until it expires; never when left out'),
  }),
  output: credentialSchema.extend({ token: z.string().describe('The token, shown only now') }),
  permission: 'users:write',
  effect: 'write',
  examples: [
    { say: 'create a token for my laptop', input: { name: 'my laptop' } },
    { say: 'make a token called ci valid for 30 days', input: { name: 'ci', days: 30 } },
  ],
  offeredIn: ['rest', 'cli'],
  async run({ owner, db, clock, newId, actor }, { name, days }) {
    const token = generateToken();
    const now = clock.now();
    const created = await insertCredential(owner, db, {
      id: newId(),
      kind: 'token',
      name,
      token_hash: hashToken(token),
      permissions: JSON.stringify(actor.permissions),
      created_at: now,
      expires_at: days === undefined ? null : now + days * DAY_MS,
    });
    return { ...created, token };
  },
});
