/** Erases for good what was forgotten 30 days ago. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { keepForgotten } from '../facts/learned/store.ts';
import { purgeRemoved } from '../facts/store.ts';

/** A month to change one's mind. */
const KEPT_MS = 30 * 86_400_000;

export const purgeFacts = defineJob({
  name: 'memory.purge',
  input: z.object({}),
  cron: '17 3 * * *',
  async run({ clock, log, transaction }) {
    const before = clock.now() - KEPT_MS;
    const erased = await transaction(async ({ db }) => {
      await keepForgotten(db, before);
      return purgeRemoved(db, before);
    });
    if (erased > 0) log.info('forgotten facts erased', { erased });
  },
});
