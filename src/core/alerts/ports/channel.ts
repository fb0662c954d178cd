/**
 * A way to reach the owner beside the page: mail, a webhook, a chat room. A provider delivers one message; retries, what
 * is told when, and the record of it are this module's.
 */
import type { z } from 'zod';
import { definePort } from '../../../kernel/port.ts';
import type { Alert } from '../alert.ts';

/** What is told. `text` is Markdown. */
export type Message = Pick<
  Alert,
  'id' | 'kind' | 'rule' | 'subject' | 'severity' | 'text' | 'because' | 'stop' | 'link' | 'updated_at'
>;

export interface Channel<C extends z.ZodObject = z.ZodObject> {
  /** The `type` of channels: `email`. */
  readonly name: string;
  readonly summary: string;
  /** What it needs to be told; secrets as references (`env:NAME`, `file:/path`), never as values. */
  readonly config: C;
  /** Delivers once. Throws a Failure when it did not: `unavailable` and `limit` are tried again, anything else is not. */
  deliver(message: Message, config: z.output<C>, signal: AbortSignal): Promise<void>;
}

export const channelPort = definePort<Channel>('alerts.channel');

/** Keeps the type of `config` within one provider, and lets providers of all types fill one port. */
export const defineChannel = <C extends z.ZodObject>(channel: Channel<C>): Channel => channel as unknown as Channel;
