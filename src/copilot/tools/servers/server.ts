/** A server as operations show it: values that may be secret are shown by name only. */
import { z } from 'zod';
import type { ServerAddress } from '../ports/tool-server.ts';

/** Stands before `__` in the names of its tools, which models limit to 64 letters in all. */
export const serverNameSchema = z
  .string()
  .min(1)
  .max(24)
  .regex(/^[a-z][a-z0-9-]*$/, 'A name is lower-case letters, digits and hyphens, such as github.');

export const serverSchema = z.object({
  id: z.uuid(),
  name: serverNameSchema,
  transport: z.enum(['stdio', 'http']),
  target: z.string().describe('The command with its arguments, or the address'),
  given: z.array(z.string()).describe('Names of the environment variables or headers it is given'),
  is_enabled: z.boolean(),
  problem: z.string().nullable().describe('Why it could not be asked for its tools, or null'),
  tools: z.int().describe('Tools it offers'),
  waiting: z.int().describe('Tools that are new or have changed and wait for a look'),
  checked_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});
export type Server = z.output<typeof serverSchema>;

export const serverErrors = {
  server_unknown: {
    kind: 'not_found',
    text: () => 'There is no such tool server. `nima tools servers list` shows yours.',
  },
} as const;

export function targetOf(address: ServerAddress): string {
  return address.transport === 'http' ? address.url : [address.command, ...address.args].join(' ');
}

export function givenTo(address: ServerAddress): string[] {
  return Object.keys(address.transport === 'http' ? address.headers : address.environment).sort();
}
