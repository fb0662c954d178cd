/**
 * How a message leaves this machine, and what is behind a reference to a secret. A provider sends once and says what was
 * answered; what is sent, signed, tried again and kept is this module's.
 */
import { definePort } from '../../../kernel/port.ts';
import type { Secret } from '../../../kernel/secret.ts';

export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the other side said: its status, and how its answer begins. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface WebhookSender {
  /** Throws `forbidden` for an address that is private by its very look; names are looked at when something is sent. */
  check(url: string): Promise<void>;
  /** Sends once, follows no redirect. Throws a Failure when there was no answer, `forbidden` when it may not be reached. */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Answer>;
  /** The value behind `env:NAME` or `file:/path`; throws `invalid` when there is none. */
  secretOf(reference: string): Secret;
}

export const senderPort = definePort<WebhookSender>('webhooks.sender');
