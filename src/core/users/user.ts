/** The nouns of this module: a user, and the credentials that let one in. */
import { z } from 'zod';

export const userSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(z.string()).describe('`*` holds every permission.'),
  created_at: z.iso.datetime(),
});
export type User = z.output<typeof userSchema>;

export const credentialSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
});
export type Credential = z.output<typeof credentialSchema>;
export type CredentialKind = 'session' | 'token';

/** Shorter passwords fall to guessing; NIST 800-63B asks for 8, an engineer's machine deserves more. */
export const PASSWORD_CHARS_MIN = 12;
/** scrypt hashes all of it; the cap keeps a request from being megabytes of password. */
export const PASSWORD_CHARS_MAX = 200;
