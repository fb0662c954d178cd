import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../../core/alerts/ports/channel.ts';
import { Failure } from '../../../kernel/errors.ts';
import { Secret } from '../../../kernel/secret.ts';
import { emailChannel } from './email.ts';

const { signal } = new AbortController();
const message: Message = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'alert',
  rule: 'disk.full',
  subject: 'the disk\r\nBcc: everybody@example.org',
  severity: 'warning',
  text: 'The disk is **91 %** full.\n\nMore below.',
  because: 'You asked to hear of it.',
  stop: 'Mute the rule disk.full.',
  link: '/alerts/1',
  updated_at: '2026-03-02T09:00:00.000Z',
};

/** A real mail server on loopback, and what it took. */
async function aMailServer(options: SMTPServerOptions = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { taken, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

const deliver = (url: string | null, to = 'owner@example.org') =>
  emailChannel({ smtpUrl: url === null ? null : new Secret(url), from: 'nima@example.org' }).deliver(
    message,
    { to },
    signal,
  );
const refusal = async (sent: Promise<void>): Promise<string> =>
  sent.then(
    () => 'taken',
    (thrown) => (thrown as Failure).kind,
  );

test('an alert arrives as a mail that says what, why and how to stop it, and no header slips in', async () => {
  const { taken, url } = await aMailServer();
  await deliver(url);
  const [mail = ''] = taken;
  expect(mail).toContain('To: owner@example.org');
  expect(mail).toMatch(/Subject: \[warning\] the disk/);
  expect(mail).not.toMatch(/^Bcc:/m);
  for (const words of ['91 %', 'You asked to hear of it.', 'Mute the rule', '/alerts/1']) expect(mail).toContain(words);
});

test('a server that is busy or away is tried again; one that refuses is not', async () => {
  const busy = await aMailServer({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })),
  });
  const strict = await aMailServer({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('unknown'), { responseCode: 550 })),
  });
  expect(await refusal(deliver(busy.url))).toBe('unavailable');
  expect(await refusal(deliver(strict.url))).toBe('invalid');
  expect(await refusal(deliver('smtp://127.0.0.1:1'))).toBe('unavailable');
});

test('without a mail server it says what to set', async () => {
  await expect(deliver(null)).rejects.toThrow(Failure);
  await expect(deliver(null)).rejects.toThrow('NIMA_MAIL_SMTP_URL');
});
