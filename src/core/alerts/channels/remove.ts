/** Removes a channel: nothing more is sent there. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { channelErrors, channelSchema } from './channel.ts';
import { deleteChannel, findChannel } from './store.ts';

export const removeChannel = defineOperation({
  name: 'alerts.channels.remove',
  summary: 'Stop sending alerts to a channel',
  input: z.object({ id: z.uuid() }),
  output: channelSchema,
  errors: channelErrors,
  permission: 'alerts:write',
  effect: 'destroy',
  examples: [
    {
      say: 'stop sending alerts to the old pager',
      input: { id: '00000000-0000-4000-8000-00000000a3e1' },
      refers: { id: 'the old pager' },
    },
  ],
  offeredIn: ['rest', 'cli'],
  async preview({ owner, db }, { id }) {
    const channel = await findChannel(owner, db, id);
    return channel ? `Send nothing more to “${channel.name}”.` : 'Remove a channel that does not exist.';
  },
  async run({ owner, db }, { id }, fail) {
    const channel = await findChannel(owner, db, id);
    if (!channel) throw fail.channel_unknown({});
    await deleteChannel(owner, db, id);
    return channel;
  },
});
