import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { asAgent, failureOf } from '../../../../test/support/people.ts';
import { anAlert } from '../fixtures.ts';
import { deliverAlert } from '../jobs/deliver.ts';
import { raiseAlert } from '../raise.ts';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A web server on loopback that answers with these statuses in turn, then 204. */
async function aReceiver(...statuses: number[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts = await Array.fromAsync(request);
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(statuses.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

const aNimaThatMay = () => aNima({ environment: { NIMA_OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } });

async function settle(nima: TestNima): Promise<void> {
  for (let round = 0; round < 3; round += 1) await nima.settle();
}

function secretIn(nima: TestNima, name: string, value: string): string {
  writeFileSync(join(nima.folder, name), value);
  return `file:${join(nima.folder, name)}`;
}

describe('a webhook', () => {
  test('gets what is severe enough for it, signed so that it can be verified', async () => {
    const nima = await aNimaThatMay();
    const { received, url } = await aReceiver();
    const secret = secretIn(nima, 'key', 'correct horse');
    const wish = { type: 'webhook', name: 'ops', config: { url, secret }, severity_min: 'critical' };
    await nima.call('alerts.channels.create', wish);
    await raiseAlert(nima.context(), anAlert({ severity: 'warning', key: 'small' }));
    const alert = await raiseAlert(nima.context(), anAlert({ severity: 'critical' }));
    await settle(nima);
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const expected = createHmac('sha256', 'correct horse').update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toMatchObject({ type: 'alerts.alert', data: { id: alert?.id, severity: 'critical' } });
    expect((await nima.call('alerts.get', { id: alert?.id })).deliveries).toMatchObject([
      { channel: 'ops', state: 'delivered', attempts: 1, error: null },
    ]);
  });

  test('that keeps failing is given up in sight, with the reason', async () => {
    const nima = await aNimaThatMay();
    const { url } = await aReceiver(500, 500, 500, 500, 500);
    await nima.call('alerts.channels.create', { type: 'webhook', name: 'ops', config: { url } });
    const alert = await raiseAlert(nima.context(), anAlert({ severity: 'critical' }));
    await settle(nima);
    const [delivery] = (await nima.call('alerts.get', { id: alert?.id })).deliveries;
    expect(delivery).toMatchObject({ state: 'waiting', attempts: 1, error: 'The webhook failed (500).' });
    const [{ id: channelId }] = (await nima.call('alerts.channels.list')).channels;
    const input = { owner: nima.owner.owner, id: delivery.id, alertId: String(alert?.id), channelId };
    for (let again = 0; again < 3; again += 1)
      await expect(deliverAlert.run(nima.context(), input)).rejects.toThrow('500');
    await deliverAlert.run(nima.context(), input);
    expect((await nima.call('alerts.get', { id: alert?.id })).deliveries).toMatchObject([
      { state: 'failed', attempts: 5 },
    ]);
  });

  test('at an address of this network is refused unless the owner allowed it', async () => {
    const nima = await aNima();
    const { received, url } = await aReceiver();
    const { id } = await nima.call('alerts.channels.create', { type: 'webhook', name: 'in', config: { url } });
    expect(await nima.call('alerts.channels.probe', { id })).toMatchObject({ is_delivered: false });
    expect(received).toEqual([]);
  });
});

test('a Slack room gets text, its address is kept elsewhere, and nothing in it is markup by accident', async () => {
  const nima = await aNimaThatMay();
  const { received, url } = await aReceiver();
  const webhook = secretIn(nima, 'slack', url);
  const { id } = await nima.call('alerts.channels.create', { type: 'slack', name: 'room', config: { webhook } });
  expect(await nima.call('alerts.channels.probe', { id })).toEqual({
    channel: 'room',
    is_delivered: true,
    error: null,
  });
  await raiseAlert(nima.context(), anAlert({ text: 'Tell <!channel> & **all**', severity: 'critical' }));
  await settle(nima);
  expect(JSON.parse(received[1]?.body ?? '{}').text).toContain('Tell &lt;!channel&gt; &amp; *all*');
  expect(JSON.stringify(await nima.call('alerts.channels.list'))).not.toContain('/hook');
});

test('a channel that cannot work, or has the name of another, is refused; an agent asks first', async () => {
  const nima = await aNima();
  const make = (wish: object, actor = nima.owner) => nima.call('alerts.channels.create', wish, actor);
  const mail = { type: 'email', name: 'mail', config: { to: 'owner@example.org' } };
  expect(await failureOf(make({ ...mail, type: 'pigeon' }))).toMatchObject({ code: 'channel_type_unknown' });
  expect(await failureOf(make({ ...mail, config: { to: 'nowhere' } }))).toMatchObject({ code: 'channel_config_wrong' });
  const naked = { type: 'slack', name: 'x', config: { webhook: 'https://hooks.example.org/T0' } };
  expect(await failureOf(make(naked))).toMatchObject({ code: 'channel_config_wrong' });
  expect(await failureOf(make(mail, asAgent(nima.owner)))).toMatchObject({ code: 'approval_needed' });
  const { id } = await make(mail);
  expect(await failureOf(make(mail))).toMatchObject({ code: 'channel_name_taken' });
  expect(await nima.call('alerts.channels.probe', { id })).toMatchObject({
    is_delivered: false,
    error: expect.stringContaining('not set up'),
  });
  await nima.call('alerts.channels.remove', { id });
  expect((await nima.call('alerts.channels.list')).channels).toEqual([]);
});
