/** Ends private conversations a day after their last word, for those who closed the window and not the conversation. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listExpired } from '../store.ts';

export const PRIVATE_KEPT_MS = 24 * 3_600_000;

export const expirePrivate = defineJob({
  name: 'conversations.expire',
  input: z.object({}),
  cron: '*/10 * * * *',
  async run({ db, clock, jobs }) {
    for (const { owner, id } of await listExpired(db, clock.now() - PRIVATE_KEPT_MS)) {
      await jobs.enqueue({ name: 'conversations.forget', input: { owner, id }, key: `conversations.forget:${id}` });
    }
  },
});
