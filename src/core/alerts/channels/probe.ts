/** Sends a trial message over a channel at once, so that its owner sees whether it arrives. */
import { z } from 'zod';
import { asFailure } from '../../../kernel/errors.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import type { Message } from '../ports/channel.ts';
import { channelErrors } from './channel.ts';
import { sendOver } from './send-over.ts';
import { findChannel } from './store.ts';

export const probeChannel = defineOperation({
  name: 'alerts.channels.probe',
  summary: 'Send a trial message over a channel',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    channel: z.string(),
    is_delivered: z.boolean(),
    error: z.string().nullable().describe('Why it did not arrive'),
  }),
  errors: channelErrors,
  permission: 'alerts:write',
  effect: 'spend',
  examples: [
    {
      say: 'try the channel old pager',
      input: { id: '00000000-0000-4000-8000-00000000a3e1' },
      refers: { id: 'old pager' },
    },
  ],
  offeredIn: ['rest', 'cli'],
  preview: async () => 'Send a trial message over a channel.',
  async run(ctx, { id }, fail) {
    const channel = await findChannel(ctx.owner, ctx.db, id);
    if (!channel) throw fail.channel_unknown({});
    const trial: Message = {
      id: ctx.newId(),
      kind: 'alert',
      rule: 'alerts.probe',
      subject: channel.name,
      severity: 'info',
      text: 'This is a trial. Nothing is wrong.',
      because: 'You asked for a trial message.',
      stop: 'It comes only when you ask for it.',
      link: null,
      updated_at: new Date(ctx.clock.now()).toISOString(),
    };
    // What went wrong is the answer, and no failure of asking.
    const error = await sendOver(ctx, channel, trial).then(
      () => null,
      (thrown: unknown) => asFailure(thrown).message,
    );
    return { channel: channel.name, is_delivered: error === null, error };
  },
});
