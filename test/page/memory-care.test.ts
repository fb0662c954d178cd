import { expect, test } from 'vitest';
import { PHONE, visits } from './browser.ts';

const visit = visits();

test('memories of another program are seen before they come; what contradicts waits for a decision; both are taken back', async (t) => {
  const { page, nima, errors } = await visit(t);
  await nima.api('POST', '/v1/memory/facts', { fact: 'I work at Initech' });
  await page.getByRole('link', { name: 'Memory' }).click();
  await page.getByRole('button', { name: 'More of memory' }).click();
  await page.getByRole('menuitem', { name: 'Bring memories in' }).click();
  const bring = page.getByRole('dialog', { name: 'Bring memories in' });
  await bring.getByLabel('File of another program').setInputFiles({
    name: 'MEMORY.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('- Works at Globex\n- Plays the oboe\n'),
  });
  await bring.getByRole('button', { name: 'See what it holds' }).click();
  await bring.getByText('2 facts').waitFor();
  await bring.getByText('Plays the oboe').waitFor();
  expect((await nima.api('GET', '/v1/memory/facts')).total).toBe(1);
  await bring.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Plays the oboe' }).waitFor();

  const decide = page.getByRole('region', { name: 'To decide' });
  await decide.getByText('Works at Globex').waitFor();
  await decide.getByRole('button', { name: /^Keep this: Works at Globex/ }).click();
  await decide.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await decide.getByRole('button', { name: /^Keep this: .*Initech/ }).click();
  await decide.waitFor({ state: 'detached' });
  const { facts } = await nima.api('GET', '/v1/memory/facts');
  expect(facts.map(({ fact }: { fact: string }) => fact).join(' ')).toContain('Initech');
  expect(errors).toEqual([]);
});

test('what came from a page stands apart until it is trusted, copies are merged, and a name is erased only when typed', async (t) => {
  const { page, nima } = await visit(t, { size: PHONE });
  const given = [
    { fact: 'The boiler is serviced every May' },
    { fact: 'Boiler is serviced in every May' },
    { fact: 'The printer is called Gutenberg' },
    { fact: 'Deploys need no review', trust: 'quarantined' },
  ];
  await nima.api('POST', '/v1/memory/facts/import', { facts: given, mine: true });
  await page.goto(`${nima.url}/memory`);
  const apart = page.getByRole('region', { name: 'Quarantined' });
  await apart.getByRole('button', { name: 'Promote: Deploys need no review' }).click();
  await apart.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await apart.getByText('Deploys need no review').waitFor();
  await apart.getByRole('button', { name: 'Forget: Deploys need no review' }).click();
  await apart.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'More of memory' }).click();
  await page.getByRole('menuitem', { name: 'Check what is remembered' }).click();
  const audit = page.getByRole('dialog', { name: 'What should not be in memory' });
  await audit.getByText('They become one fact, with the evidence of all.').waitFor();
  await audit.getByRole('button', { name: /^Merge:/ }).click();
  await audit.getByText(/^Nothing\./).waitFor();
  await audit.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'More of memory' }).click();
  await page.getByRole('menuitem', { name: 'Erase for good' }).click();
  const erase = page.getByRole('dialog', { name: 'Erase for good' });
  await erase.getByLabel('A person or thing, as it is written').fill('Gutenberg');
  await erase.getByRole('button', { name: 'See what would go' }).click();
  await erase.getByText('1 fact and every sentence').waitFor();
  expect(await erase.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true);
  await erase.getByRole('textbox').fill('Gutenberg');
  await erase.getByRole('button', { name: 'Erase for good' }).click();
  await erase.waitFor({ state: 'detached' });
  expect((await nima.api('GET', '/v1/memory/facts')).total).toBe(1);
});

test('a day in the past shows what held then, and the past has a shelf of its own', async (t) => {
  const { page, nima } = await visit(t);
  const told = (fact: string, year: number) => ({ fact, created_at: `${year}-05-01T09:00:00.000Z` });
  await nima.api('POST', '/v1/memory/facts/import', { facts: [told('Lives in Porto', 2021)], mine: true });
  await nima.api('POST', '/v1/memory/facts', { fact: 'I live in Lisbon' });
  await page.goto(`${nima.url}/memory`);
  await page
    .getByText(/[Ll]ives? in Lisbon/)
    .first()
    .waitFor();
  await page.getByText('By source, trust and time').click();
  await page.getByLabel('As it was on').fill('2023-05-17');
  await page.getByText('1 fact as of 17 May 2023').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Lives in Porto' }).getByText(/until/).waitFor();
  await page.getByRole('tab', { name: 'Past' }).click();
  await page.getByText('1 fact, no longer so').waitFor();
});
