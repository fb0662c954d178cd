/** Alerts by mail, over the SMTP server of the settings. Plain text: it is read on anything. */
import { z } from 'zod';
import { type Channel, defineChannel, type Message } from '../../../core/alerts/ports/channel.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Secret } from '../../../kernel/secret.ts';

export interface EmailMeans {
  /** `smtps://user:password@host`, or null when mail is not set up. */
  readonly smtpUrl: Secret | null;
  readonly from: string;
}

/** A server that says nothing for this long hangs. */
const SILENCE_MS = 20_000;

const configSchema = z.strictObject({ to: z.email() });

const firstLine = (text: string): string =>
  text
    .split('\n')[0]
    ?.replaceAll(/[*_#`]/g, '')
    .trim() ?? '';

function mailOf({ severity, subject, text, because, stop, link }: Message) {
  const urgency = severity === 'info' ? '' : `[${severity}] `;
  return {
    subject: `${urgency}${subject}: ${firstLine(text)}`.slice(0, 200),
    text: [text, '', because, stop, ...(link ? [`In the page: ${link}`] : [])].join('\n'),
  };
}

/** What a mail server's answer means for another try: 4xx passes, 5xx does not (RFC 5321 §4.2.1). */
function failureOf(thrown: unknown): Failure {
  const { code, responseCode, message } = thrown as { code?: string; responseCode?: number; message: string };
  const isRefused = code === 'EAUTH' || (responseCode !== undefined && responseCode >= 500);
  return new Failure(isRefused ? 'invalid' : 'unavailable', `The mail was not taken: ${message}`, { cause: thrown });
}

export function emailChannel({ smtpUrl, from }: EmailMeans): Channel {
  return defineChannel({
    name: 'email',
    summary: 'Mail over the SMTP server of the settings',
    config: configSchema,
    async deliver(message, { to }) {
      if (!smtpUrl) throw new Failure('invalid', 'Mail is not set up. Set NIMA_MAIL_SMTP_URL and NIMA_MAIL_FROM.');
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url: smtpUrl.reveal(),
        connectionTimeout: SILENCE_MS,
        greetingTimeout: SILENCE_MS,
        socketTimeout: SILENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({ from, to, ...mailOf(message) });
      } catch (thrown) {
        throw failureOf(thrown);
      } finally {
        transport.close();
      }
    },
  });
}
