import { describe, expect, test } from 'vitest';
import { aHookServer, signedBy, verifiedBy } from '../support/hook-server.ts';
import { until } from '../support/until.ts';
import { DESKTOP, PHONE, visits } from './browser.ts';
import { findings } from './findings.ts';

const visit = visits();
const environment = { NIMA_OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' };

test('an endpoint is added, its secret shown once, tried, and what failed is sent again', async (t) => {
  const server = await aHookServer();
  const { page, nima, errors } = await visit(t, { environment });
  await page.goto(`${nima.url}/tools`);
  await page.getByRole('button', { name: 'Send events' }).click();
  const form = page.getByRole('form', { name: 'Send events' });
  await form.getByLabel('Address').fill(server.url);
  await form.getByLabel('Events, by name or prefix').fill('no.such.event');
  await form.getByLabel('What it is for').fill('board');
  await form.getByRole('button', { name: 'Add' }).click();
  await form.getByText(/announces no event no\.such\.event/).waitFor();
  await form.getByLabel('Events, by name or prefix').fill('memory.*');
  await form.getByRole('button', { name: 'Add' }).click();

  const shown = page.getByRole('dialog', { name: 'The secret of board' });
  const secret = (await shown.getByText(/^whsec_/).textContent()) ?? '';
  await shown.getByRole('button', { name: 'Copy the secret' }).click();
  await shown.getByText('Copied').waitFor();
  await shown.getByRole('button', { name: 'Done' }).click();
  await shown.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(secret);

  const card = page.getByRole('region', { name: 'Webhook to board' });
  server.answer = { status: 200, text: 'thank you' };
  await card.getByRole('button', { name: 'Test board' }).click();
  await card.getByText('It answered 200: thank you').waitFor();
  const [sample] = server.heard;
  expect(sample && verifiedBy(secret, sample)).toMatchObject({ type: 'webhooks.sample' });

  // A redirect is not tried again, so it has failed at once.
  server.answer = { status: 302, location: 'http://127.0.0.1:1/' };
  await nima.api('POST', '/v1/memory/facts', { fact: 'The boat is called Albatross' });
  await until(async () => (await nima.api('GET', '/v1/webhooks/deliveries?state=failed')).deliveries[0]);
  await card.getByRole('button', { name: 'Deliveries of board' }).click();
  server.answer = { status: 200 };
  await card.getByRole('button', { name: 'Send memory.fact.created again' }).click();
  await until(async () => (await nima.api('GET', '/v1/webhooks/deliveries?state=delivered')).deliveries[0]);
  expect(server.heard.at(-1)?.body).toContain('memory.fact.created');
  await card.getByRole('switch', { name: 'Send to board' }).click();
  await page.getByText('board is off').waitFor();
  expect(errors).toEqual([]);
});

const cases = [
  { name: 'desktop', size: DESKTOP },
  { name: 'phone', size: PHONE },
] as const;

describe('a receiver is opened, hears its sender, goes and comes back, for everybody', () => {
  test.for(cases)('$name', async ({ size }, t) => {
    const { page, nima, errors } = await visit(t, { environment, size, isStill: true });
    const found: string[] = [];
    await nima.api('POST', '/v1/webhooks/endpoints', { url: 'https://hooks.example.org/in', events: ['goals.*'] });
    await page.goto(`${nima.url}/tools`);
    await page.getByRole('region', { name: 'Webhook to hooks.example.org' }).waitFor();
    await page.getByRole('button', { name: 'Take messages' }).click();
    found.push(...(await findings(page, 'take messages')));
    const form = page.getByRole('form', { name: 'Take messages' });
    await form.getByLabel('Who will send').fill('doorbell');
    await form.getByRole('button', { name: 'Open' }).click();
    const shown = page.getByRole('dialog', { name: 'The secret of doorbell' });
    const secret = (await shown.getByText(/^whsec_/).textContent()) ?? '';
    const address = (await shown.getByText(/\/hooks\//).textContent()) ?? '';
    found.push(...(await findings(page, 'the secret')));
    await shown.getByRole('button', { name: 'Done' }).click();
    await shown.waitFor({ state: 'detached' });

    const body = '{"type":"door.rang"}';
    const headers = signedBy(secret, { id: 'msg_1', at: Date.now(), body });
    expect((await fetch(address, { method: 'POST', body, headers })).status).toBe(202);
    expect((await fetch(address, { method: 'POST', body: `${body} `, headers })).status).toBe(401);
    const card = page.getByRole('region', { name: 'Messages from doorbell' });
    await card.getByRole('button', { name: 'What came from doorbell' }).click();
    await card.getByText('door.rang').waitFor();
    found.push(...(await findings(page, 'webhooks')));
    const isWider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    expect(isWider).toBe(false);

    await page.getByRole('button', { name: 'More for doorbell' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card.waitFor();
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
  });
});
