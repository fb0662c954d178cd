/** Looks for the answers of a Nima that was killed, and has each of them ended for its owner. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listAbandoned } from '../../conversations/index.ts';

/** A living writer saves its turn every 5 s while text comes; whoever is silent for a minute is looked at. */
const SILENT_MS = 60_000;

export const recoverAnswers = defineJob({
  name: 'chat.recover',
  input: z.object({}),
  cron: '* * * * *',
  async run({ db, clock, jobs }) {
    for (const { owner, id } of await listAbandoned(db, clock.now() - SILENT_MS)) {
      await jobs.enqueue({ name: 'chat.interrupt', input: { owner, id }, key: `chat.interrupt:${id}` });
    }
  },
});
