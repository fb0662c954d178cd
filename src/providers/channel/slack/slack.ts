/** Alerts in a room of Slack, Mattermost or whatever else takes Slack's incoming webhooks. The address is a secret. */
import { z } from 'zod';
import { type Channel, defineChannel, type Message } from '../../../core/alerts/ports/channel.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Secret } from '../../../kernel/secret.ts';

export interface SlackMeans {
  readonly fetch: typeof fetch;
  /** The value behind `env:NAME` or `file:/path`. */
  secretOf(reference: string): Secret;
}

const configSchema = z.strictObject({
  webhook: z
    .string()
    .regex(/^(env|file):.+/, 'is a reference: env:NAME or file:/path')
    .describe('Where the address of the incoming webhook is kept'),
});

/** The three characters that mean something to Slack, as its documentation has it. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Markdown's bold and headings in Slack's own writing. */
const mrkdwn = (text: string): string =>
  escaped(text)
    .replaceAll(/\*\*(.+?)\*\*/g, '*$1*')
    .replaceAll(/^#{1,6} (.+)$/gm, '*$1*');

export const slackText = ({ severity, subject, text, because, stop }: Message): string =>
  `${severity === 'info' ? '' : `*${severity}* `}*${escaped(subject)}*\n${mrkdwn(text)}\n_${escaped(because)}_ ${escaped(stop)}`;

export function slackChannel({ fetch, secretOf }: SlackMeans): Channel {
  return defineChannel({
    name: 'slack',
    summary: 'An incoming webhook of Slack or Mattermost',
    config: configSchema,
    async deliver(message, { webhook }, signal) {
      const response = await fetch(secretOf(webhook).reveal(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: slackText(message) }),
        signal,
      });
      await response.body?.cancel();
      if (response.ok) return;
      const { status } = response;
      const kind = status === 429 ? 'limit' : status >= 500 ? 'unavailable' : 'invalid';
      throw new Failure(kind, `The incoming webhook answered ${status}.`);
    },
  });
}
