/** Adds a channel. From then on what is told leaves this machine, so an agent has to ask. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { SEVERITIES } from '../alert.ts';
import { channelPort } from '../ports/channel.ts';
import { channelErrors, channelSchema } from './channel.ts';
import { CHANNELS_MAX } from './limits.ts';
import { insertChannel, listChannelRows } from './store.ts';

export const createChannel = defineOperation({
  name: 'alerts.channels.create',
  summary: 'Send alerts to a webhook, Slack or mail too',
  input: z.object({
    type: z.string().min(1).max(50).describe('webhook, slack or email'),
    name: z.string().trim().min(1).max(60).describe('What to call it'),
    config: z.record(z.string(), z.unknown()).default({}).describe('{ url, secret? }, { webhook } or { to }'),
    severity_min: z.enum(SEVERITIES).default('warning').describe('Least severity that is sent here'),
  }),
  output: channelSchema,
  errors: {
    ...channelErrors,
    channel_config_wrong: { kind: 'invalid', text: ({ why }: { why: string }) => `The channel's config: ${why}.` },
    channel_name_taken: {
      kind: 'conflict',
      text: ({ name }: { name: string }) => `You have a channel called ${name} already.`,
    },
    channels_full: { kind: 'limit', text: () => `You have ${CHANNELS_MAX} channels already. Remove one first.` },
  },
  permission: 'alerts:write',
  effect: 'spend',
  undo: 'alerts.channels.remove',
  examples: [
    {
      say: 'send alerts to "ops@example.org"',
      input: { type: 'email', name: 'mail', config: { to: 'ops@example.org' } },
    },
  ],
  offeredIn: ['rest', 'cli'],
  preview: async (_ctx, { type, name, severity_min }) =>
    `Send every alert from ${severity_min} on over the ${type} channel “${name}”.`,
  async run({ owner, db, clock, newId, providers }, input, fail) {
    const known = providers(channelPort);
    const provider = known.get(input.type);
    if (!provider) throw fail.channel_type_unknown({ type: input.type, types: [...known.keys()].join(', ') });
    const parsed = provider.config.safeParse(input.config);
    if (!parsed.success) {
      const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
      throw fail.channel_config_wrong({ why });
    }
    if ((await listChannelRows(owner, db, CHANNELS_MAX)).length === CHANNELS_MAX) throw fail.channels_full({});
    const channel = { ...input, id: newId(), created_at: new Date(clock.now()).toISOString() };
    if (!(await insertChannel(owner, db, channel))) throw fail.channel_name_taken({ name: input.name });
    return channel;
  },
});
