/** What the owner changed of the persona, newest first; version 0 is the one Nima ships with. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { listVersionRows } from './store.ts';
import { versionSchema } from './version.ts';

export const listPersonaVersions = defineOperation({
  name: 'persona.versions.list',
  summary: 'List how the persona was changed',
  input: z.object({ limit: z.int().min(1).max(200).default(50) }),
  output: z.object({ versions: z.array(versionSchema) }),
  permission: 'persona:read',
  effect: 'read',
  examples: [
    { say: 'list the versions of your persona', input: {} },
    { say: 'how was your persona changed', input: {} },
    { say: 'show the last 3 versions of your persona', input: { limit: 3 } },
    { say: 'how did your persona change', input: {} },
  ],
  async run({ owner, db }, { limit }) {
    const versions = await listVersionRows(owner, db, limit);
    return {
      versions: versions.map(({ version, changes, why, at }) => ({
        version,
        changes: Object.keys(changes),
        why,
        at: new Date(at).toISOString(),
      })),
    };
  },
});
