/** Notices when the owner asks the same for the third time in a week, and offers to tell it unasked. Only while nudges are on. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { preferencesOf, raiseAlert } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findTurn } from '../../conversations/index.ts';
import { listSchedules } from '../../schedules/index.ts';
import { countQuestions, insertQuestion } from './store.ts';

const WEEK_MS = 7 * 86_400_000;
const TIMES = 3;
/** Shorter ones (“yes”, “and then?”) mean something else each time; longer ones are never said twice. */
const WORDS_MIN = 3;
const CHARS_MAX = 200;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True when it is a schedule that asks: nobody needs to be told what they have scheduled. */
async function isScheduled(ctx: Context, words: string): Promise<boolean> {
  const { schedules } = await ctx.call(listSchedules, { limit: 500 });
  return schedules.some((schedule) => schedule.action === 'ask' && plain(schedule.words ?? '') === words);
}

export const noticeQuestion = defineJob({
  name: 'briefs.question-repeated',
  input: z.object({ owner: z.string(), user_turn_id: z.string().nullable() }),
  async run(ctx, { user_turn_id }) {
    const { owner, db, clock } = ctx;
    if (user_turn_id === null || (await preferencesOf(ctx)).nudges === 'off') return;
    const said = await findTurn(owner, db, user_turn_id);
    const words = plain(said?.content ?? '');
    if (!said || words.length > CHARS_MAX || words.split(' ').length < WORDS_MIN) return;
    if (await isScheduled(ctx, words)) return;
    const now = clock.now();
    const fingerprint = createHash('sha256').update(`${owner}\n${words}`).digest('base64url');
    await insertQuestion(owner, db, { turn_id: said.id, fingerprint, asked_at: now });
    const count = await countQuestions(owner, db, { fingerprint, since: now - WEEK_MS });
    if (count < TIMES) return;
    const asked = said.content.trim();
    await raiseAlert(ctx, {
      kind: 'nudge',
      rule: 'briefs.repeated',
      subject: asked,
      severity: 'info',
      text: `You asked “${asked}” ${count} times this week. Say “every day at 9 tell me …” to have it told by itself.`,
      because: 'You asked the same for the third time within a week, and you want nudges.',
      stop: 'Mute the rule briefs.repeated, or turn nudges off.',
      key: `briefs.repeated:${fingerprint}`,
    });
  },
});
