import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';

test('what runs is asked for, cancelled and tried again in plain words, and everything is stopped and let go', async () => {
  const nima = await aNima();
  const say = async (content: string): Promise<string> =>
    (await nima.call('chat.send', { messages: [{ role: 'user', content }] })).response;
  const { id } = await nima.call('tasks.execute', {
    type: 'files',
    action: 'write',
    params: { path: 'notes/invoices', text: 'x' },
  });
  const status = async () => (await nima.call('tasks.status', { id })).status;
  expect(await say('what is running?')).toContain('invoices');
  await say('cancel the task about invoices');
  expect(await status()).toBe('cancelled');
  await say('stop everything');
  expect(await nima.call('approvals.halted')).toHaveProperty('halted', true);
  await say('go on');
  const { approvals } = await nima.call('approvals.list');
  expect(approvals).toMatchObject([{ operation: 'approvals.resume' }]);
});
