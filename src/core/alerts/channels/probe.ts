/** Sends a trial message over a channel at once, so that its owner sees whether it arrives. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { channelErrors } from './channel.ts';
import { sendOver } from './send-over.ts';
import { findChannel } from './store.ts';

export const probeChannel = defineOperation({
  name: 'alerts.channels.probe',
  summary: 'Send a trial message over a channel',
  input: z.object({ id: z.uuid() }),
  output: z.object({ channel: z.string(), is_delivered: z.boolean() }),
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
    await sendOver(ctx, channel, {
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
    });
    return { channel: channel.name, is_delivered: true };
  },
});
