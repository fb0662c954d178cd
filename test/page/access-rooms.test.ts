import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { servedMcp } from '../support/mcp-server.ts';
import { aFolder, type NimaProcess } from '../support/process.ts';
import { DESKTOP, PHONE, visits } from './browser.ts';
import { findings } from './findings.ts';

const visit = visits();

/** A Nima with a folder to write to. */
function openFolder() {
  const folder = aFolder();
  const notes = join(folder, 'notes');
  mkdirSync(notes);
  const settings = join(folder, 'nima.yaml');
  writeFileSync(settings, JSON.stringify({ integrations: { files: { roots: { notes } } } }));
  execFileSync('git', ['init', '-q', '-b', 'main', notes]);
  writeFileSync(join(notes, 'TODO.md'), '- [ ] buy oat milk\n');
  return { notes, environment: { NIMA_SETTINGS: settings } };
}

/** A task that is done, one that failed, a connected server and a project: something to see in each room. */
async function furnish({ api }: NimaProcess, notes: string) {
  const params = { path: 'notes/plan.md', text: 'buy oat milk\n' };
  const task = await api('POST', '/v1/tasks/execute', { type: 'files', action: 'write', params });
  await api('POST', '/v1/tasks/execute', { type: 'files', action: 'read', params: { path: 'elsewhere/plan.md' } });
  await api('POST', '/v1/tools/servers', { name: 'notes', url: (await servedMcp()).url });
  const project = await api('POST', '/v1/workspace/projects', { path: notes });
  return { task, project };
}

const cases = [
  { name: 'desktop, light', size: DESKTOP, theme: 'light' },
  { name: 'desktop, dark', size: DESKTOP, theme: 'dark' },
  { name: 'phone, light', size: PHONE, theme: 'light' },
  { name: 'phone, dark', size: PHONE, theme: 'dark' },
] as const;

describe('the rooms of work can be used by everybody, and ask nobody else', () => {
  test.for(cases)('$name', async ({ size, theme }, t) => {
    const { notes, environment } = openFolder();
    const { page, nima, foreign } = await visit(t, { size, theme, environment, isStill: true });
    const { task, project } = await furnish(nima, notes);
    const found: string[] = [];
    const look = async (path: string, text: string) => {
      await page.goto(nima.url + path);
      await page.getByText(text).first().waitFor();
      found.push(...(await findings(page, path)));
    };
    await look('/tasks', 'Wrote notes/plan.md.');
    await look(`/tasks/${task.id}`, 'Wrote notes/plan.md.');
    await look('/tasks/integrations', 'Tested against the real thing.');
    await look('/tasks/new?type=files&action=write', 'Preview');
    await page.getByLabel('path').fill('notes/plan.md');
    await page.getByRole('textbox', { name: 'text' }).fill('buy tea\n');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('+buy tea').waitFor();
    found.push(...(await findings(page, 'preview of a task')));
    await look('/knowledge', 'Technical');
    await page.getByRole('button', { name: 'Install a pack' }).click();
    found.push(...(await findings(page, 'install a pack')));
    await look('/knowledge/technical', 'as of');
    await look('/tools', 'Searches notes');
    await page.getByRole('button', { name: 'Connect a server' }).click();
    found.push(...(await findings(page, 'connect a server')));
    await look('/workspace', 'notes');
    await look(`/workspace/${project.id}`, 'buy oat milk');
    expect(found).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
