/** Changes the persona, by its owner alone: what models say or read can never change how they are told to speak. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { zenEngineer } from './load.ts';
import { personaSchema } from './persona.ts';
import { insertVersion, listVersionRows } from './versions/store.ts';
import { changesSchema, merged, PERSONA_CHARS_MAX, worn } from './versions/version.ts';

export const updatePersona = defineOperation({
  name: 'persona.update',
  summary: 'Change who Nima is: voice, values, rules of style',
  input: changesSchema,
  output: z.object({ version: z.int(), persona: personaSchema }),
  errors: {
    nothing_to_change: { kind: 'invalid', text: () => 'Name at least one field to change. Nothing was changed.' },
    persona_too_long: {
      kind: 'limit',
      text: ({ chars }: { chars: number }) =>
        `The persona would have ${chars} characters, and all of it stands in every prompt. Keep it under ${PERSONA_CHARS_MAX}.`,
    },
  },
  permission: 'persona:write',
  effect: 'write',
  onlyPeople: true,
  path: 'PUT /v1/persona',
  examples: [
    { say: 'change the tone of your persona to warm', input: { personality: { tone: 'warm' } } },
    { say: 'call yourself Ida', input: { name: 'Ida' } },
  ],
  offeredIn: ['rest', 'cli'],
  async run(ctx, changes, fail) {
    if (Object.keys(changes).length === 0) throw fail.nothing_to_change({});
    const { persona: shipped } = await zenEngineer.load();
    return ctx.transaction(async ({ owner, db, clock }) => {
      const [latest] = await listVersionRows(owner, db, 1);
      const all = merged(latest?.changes ?? {}, changes);
      const persona = worn(shipped, all);
      const chars = JSON.stringify(persona).length;
      if (chars > PERSONA_CHARS_MAX) throw fail.persona_too_long({ chars });
      const version = (latest?.version ?? 0) + 1;
      const why = `changed ${Object.keys(changes).join(', ')}`;
      await insertVersion(owner, db, { version, changes: all, why, at: clock.now() });
      return { version, persona };
    });
  },
});
