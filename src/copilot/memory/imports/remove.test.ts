import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';

test('what one file brought goes, what another brought stays, and twice is told', async () => {
  const nima = await aNima();
  const first = await nima.call('memory.import', { text: '- Plays the oboe', name: 'MEMORY.md' });
  await nima.call('memory.import', { text: '- Prefers window seats', name: 'USER.md' });
  expect(await nima.call('memory.imports.remove', { id: first.id })).toMatchObject({ facts: 1, conversations: 0 });
  expect((await nima.call('memory.facts.list')).facts).toMatchObject([{ fact: 'Prefers window seats' }]);
  expect(await failureOf(nima.call('memory.imports.remove', { id: first.id }))).toMatchObject({
    code: 'import_unknown',
  });
});
