import { expect, test } from 'vitest';
import { aNima } from '../../test/support/nima.ts';
import { failureOf } from '../../test/support/people.ts';
import { loadSettings } from '../platform/settings/load.ts';
import { providedIntegrations } from './integrations.ts';

test('every fault in the settings of integrations is told at once, before anything starts', async () => {
  const settings = {
    ...loadSettings({}),
    integrations: { moon: {}, files: { roots: { notes: 'relative' } }, cli: { commands: [{ lin: 'x' }] } },
  };
  const failure = await failureOf((async () => providedIntegrations(settings))());
  expect(failure).toMatchObject({ kind: 'invalid', code: 'settings_invalid' });
  for (const part of ['integrations.moon', 'integrations.files.roots.notes', 'integrations.cli.commands.0.line']) {
    expect(failure.message).toContain(part);
  }
});

test('a task with real files is done, and shown, by way of the real settings', async () => {
  const nima = await aNima();
  const { integrations } = await nima.call('tasks.integrations.list');
  expect(integrations.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['cli', 'files', 'git', 'http', 'github', 'kubernetes']),
  );
  const { id } = await nima.call('tasks.execute', {
    type: 'cli',
    action: 'run',
    params: { command: 'uname', args: ['-a'] },
  });
  await nima.settle();
  expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded' });
});
