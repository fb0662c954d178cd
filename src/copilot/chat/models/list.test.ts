import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';

test('other programs are told what Nima is to them, and who answers behind it', async () => {
  const nima = await aNima();
  const models = await nima.call('chat.models.list');
  expect(models.data).toMatchObject([
    { id: 'nima', owned_by: 'offline' },
    { id: 'nima-private', owned_by: 'offline' },
  ]);
});
