/** Goes back to an earlier persona, as a new version; 0 is the one Nima ships with. By the owner alone. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { zenEngineer } from './load.ts';
import { personaSchema } from './persona.ts';
import { findVersion, insertVersion, listVersionRows } from './versions/store.ts';
import { worn } from './versions/version.ts';

export const restorePersona = defineOperation({
  name: 'persona.restore',
  summary: 'Go back to an earlier persona',
  input: z.object({ version: z.int().min(0).max(1_000_000).describe('0 is the persona as shipped') }),
  output: z.object({ version: z.int(), persona: personaSchema }),
  errors: {
    version_unknown: {
      kind: 'not_found',
      text: () => 'The persona has no such version. `nima persona versions list` shows them.',
    },
  },
  permission: 'persona:write',
  effect: 'write',
  onlyPeople: true,
  examples: [{ say: 'go back to the persona as shipped', input: { version: 0 } }],
  offeredIn: ['rest', 'cli'],
  async run(ctx, { version: wanted }, fail) {
    const { persona: shipped } = await zenEngineer.load();
    return ctx.transaction(async ({ owner, db, clock }) => {
      const found = wanted === 0 ? { changes: {} } : await findVersion(owner, db, wanted);
      if (!found) throw fail.version_unknown({});
      const [latest] = await listVersionRows(owner, db, 1);
      const version = (latest?.version ?? 0) + 1;
      const why = `restored ${wanted}`;
      await insertVersion(owner, db, { version, changes: found.changes, why, at: clock.now() });
      return { version, persona: worn(shipped, found.changes) };
    });
  },
});
