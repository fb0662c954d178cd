import { expect, test } from 'vitest';
import { DESKTOP, PHONE, visits } from './browser.ts';
import { findings } from './findings.ts';

const visit = visits();

const cases = [
  { name: 'desktop, light', size: DESKTOP, theme: 'light' },
  { name: 'phone, dark', size: PHONE, theme: 'dark' },
] as const;

test.for(cases)('goals, schedules and what waits can be used by everybody: $name', async ({ size, theme }, t) => {
  const { page, nima, foreign } = await visit(t, { size, theme, isStill: true });
  const goal = await page.evaluate(async () => {
    const post = async (path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const made = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await made.json()) as { id: string };
    };
    const { id } = await post('/v1/schedules', { remind: 'Review the cluster' });
    await post(`/v1/schedules/${id}/run`, {});
    return post('/v1/goals', { title: 'Deploy nima', deadline: '2099-12-31', milestones: ['Manifests', 'Rollback'] });
  });
  const found: string[] = [];
  await page.goto(`${nima.url}/goals`);
  await page.getByRole('link', { name: 'Deploy nima' }).waitFor();
  found.push(...(await findings(page, 'goals')));
  await page.goto(`${nima.url}/goals/${goal.id}`);
  await page.getByRole('checkbox', { name: 'Manifests' }).waitFor();
  found.push(...(await findings(page, 'goal')));
  await page.goto(`${nima.url}/schedules`);
  await page.getByRole('button', { name: /^Run now/ }).waitFor();
  found.push(...(await findings(page, 'schedules')));
  await page.goto(`${nima.url}/for-you`);
  await page.getByText('Review the cluster').waitFor({ timeout: 30_000 });
  await page.getByText('What I say unasked, and when').click();
  await page.getByLabel('Quiet from').waitFor();
  found.push(...(await findings(page, 'for you')));
  expect(found).toEqual([]);
  expect(foreign).toEqual([]);
});
