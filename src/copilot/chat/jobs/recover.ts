/** Looks for the answers of a Nima that was killed, and has each of them ended for its owner. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listGenerating } from '../../conversations/index.ts';

/** A living writer saves its turn every 5 s while text comes; whoever is silent for a minute is looked at, the known dead at once. */
const SILENT_MS = 60_000;

export const recoverAnswers = defineJob({
  name: 'chat.recover',
  input: z.object({}),
  cron: '* * * * *',
  atStart: true,
  async run({ db, clock, jobs, streams }) {
    const before = clock.now() - SILENT_MS;
    for (const { owner, id, updated_at } of await listGenerating(db)) {
      if (updated_at >= before && !(await streams.isOrphaned(id))) continue;
      await jobs.enqueue({ name: 'chat.interrupt', input: { owner, id }, key: `chat.interrupt:${id}` });
    }
  },
});
