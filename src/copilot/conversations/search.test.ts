import { expect, test } from 'vitest';
import { sharedNima } from '../../../test/support/nima.ts';

const nima = sharedNima();

test('looks on one side, or in one conversation, when asked to', async () => {
  const { call } = nima();
  const first = await call('conversations.import', {
    messages: [
      { role: 'user', content: 'Where do backups go?' },
      { role: 'assistant', content: 'Backups go to the NAS.' },
    ],
  });
  const second = await call('conversations.import', { messages: [{ content: 'Backups again' }] });
  const found = async (about: object) =>
    (await call('conversations.search', { query: 'backups', ...about })).turns.map(({ id }: { id: string }) => id);
  expect((await found({})).sort()).toEqual([...first.turn_ids, ...second.turn_ids].sort());
  expect(await found({ role: 'assistant' })).toEqual([first.turn_ids[1]]);
  expect(await found({ conversation_id: second.id })).toEqual(second.turn_ids);
  expect(await found({ limit: 1 })).toHaveLength(1);
});
