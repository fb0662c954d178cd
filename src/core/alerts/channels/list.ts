/** Where alerts go beside the page. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { channelPort } from '../ports/channel.ts';
import { channelSchema } from './channel.ts';
import { CHANNELS_MAX } from './limits.ts';
import { listChannelRows } from './store.ts';

export const listChannels = defineOperation({
  name: 'alerts.channels.list',
  summary: 'List where alerts are sent beside the page',
  input: z.object({ limit: z.int().min(1).max(CHANNELS_MAX).default(CHANNELS_MAX) }),
  output: z.object({
    channels: z.array(channelSchema),
    types: z.array(z.object({ type: z.string(), summary: z.string() })).describe('What a channel can be'),
  }),
  permission: 'alerts:read',
  effect: 'read',
  examples: [
    { say: 'where are my alerts sent', input: {} },
    { say: 'list my alert channels', input: {} },
    { say: 'list the channels for alerts', input: {} },
    { say: 'which notification channels are set up', input: {} },
  ],
  run: async ({ owner, db, providers }, { limit }) => ({
    channels: await listChannelRows(owner, db, limit),
    types: [...providers(channelPort).values()].map(({ name, summary }) => ({ type: name, summary })),
  }),
});
