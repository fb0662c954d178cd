/** Sends a message over a channel with the provider of its type. */
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import { channelPort, type Message } from '../ports/channel.ts';
import { channelErrors, type OwnChannel } from './channel.ts';

const fail = failuresOf(channelErrors);

export async function sendOver(ctx: Context, channel: OwnChannel, message: Message): Promise<void> {
  const providers = ctx.providers(channelPort);
  const provider = providers.get(channel.type);
  if (!provider) throw fail.channel_type_unknown({ type: channel.type, types: [...providers.keys()].join(', ') });
  const { id, kind, rule, subject, severity, text, because, stop, link, updated_at } = message;
  const told = { id, kind, rule, subject, severity, text, because, stop, link, updated_at };
  await provider.deliver(told, provider.config.parse(channel.config), ctx.signal);
}
