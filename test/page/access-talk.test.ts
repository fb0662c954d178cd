import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, say, visits } from './browser.ts';
import { findings } from './findings.ts';

const visit = visits();

const cases = [
  { name: 'desktop, dark', size: DESKTOP, theme: 'dark' },
  { name: 'phone, light', size: PHONE, theme: 'light' },
] as const;

describe('files, the window, the account sheets and the care of memory can be used by everybody', () => {
  test.for(cases)('$name', async ({ size, theme }, t) => {
    const { page, nima } = await visit(t, { size, theme, isStill: true });
    const found: string[] = [];
    const look = async (screen: string) => found.push(...(await findings(page, screen)));
    await page.getByLabel('Files for the message').setInputFiles([
      { name: 'boat.md', mimeType: 'text/markdown', buffer: Buffer.from('The mooring costs 40 euros.') },
      { name: 'not.png', mimeType: 'image/png', buffer: Buffer.from('this is no picture') },
    ]);
    await page.getByText('not.png is not a picture').waitFor();
    await page.getByRole('switch', { name: 'Private chat' }).click();
    await look('a private message with files');
    await say(page, 'Which oil does a diesel car need, and how often should it be changed?');
    await look('a private talk with a file and a passage');
    await page.getByRole('button', { name: /^Window of the model/ }).click();
    await page.getByText('This talk', { exact: true }).waitFor();
    await look('the window');
    await page.keyboard.press('Escape');
    for (const item of ['Usage', 'Who Nima is', 'Standing instructions']) {
      if (size === PHONE) await page.getByRole('button', { name: 'Rooms and conversations' }).click();
      await page.getByRole('button', { name: /theme, keys and sign-out/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
      const sheet = page.getByRole('dialog', { name: item });
      await sheet.getByText(/^(By model, 30 days|Versions|None yet\.)$/).waitFor();
      await look(item);
      await sheet.getByRole('button', { name: 'Close' }).click();
      await sheet.waitFor({ state: 'detached' });
    }
    await nima.api('POST', '/v1/memory/facts', { fact: 'I work at Initech' });
    await nima.api('POST', '/v1/memory/import', { text: '- Works at Globex\n', name: 'MEMORY.md' });
    const given = [
      { fact: 'The boiler is serviced every May' },
      { fact: 'Boiler is serviced in every May' },
      { fact: 'Deploys need no review', trust: 'quarantined' },
    ];
    await nima.api('POST', '/v1/memory/facts/import', { facts: given, mine: true });
    await page.goto(`${nima.url}/memory`);
    await page.getByRole('region', { name: 'To decide' }).waitFor();
    await page.getByRole('region', { name: 'Quarantined' }).waitFor();
    await page.getByText('By source, trust and time').click();
    await look('memory, with what is to decide');
    for (const item of ['Check what is remembered', 'Bring memories in', 'Erase for good']) {
      await page.getByRole('button', { name: 'More of memory' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      const pane = page.getByRole('dialog');
      await pane.getByText(/^(They become one fact.*|See what it holds|See what would go)$/).waitFor();
      await look(item);
      await pane.getByRole('button', { name: 'Close' }).click();
      await pane.waitFor({ state: 'detached' });
    }
    expect(found).toEqual([]);
  });
});
