import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aSecondOwner } from '../../../test/support/people.ts';

const talk = ({ call }: TestNima, title: string, content = 'Something', timestamp = '2026-01-05T09:00:00Z') =>
  call('conversations.import', { title, messages: [{ content, timestamp }] });
const titlesOf = ({ conversations }: { conversations: { title: string }[] }) => conversations.map(({ title }) => title);

describe('the list', () => {
  test('shows the one spoken in last first, and pages miss none, even of one moment', async () => {
    const nima = await aNima();
    for (const title of ['A', 'B', 'C', 'D', 'E']) await talk(nima, title);
    await talk(nima, 'newest', 'Something', '2026-01-06T09:00:00Z');
    const seen: string[] = [];
    let page = await nima.call('conversations.list', { limit: 2 });
    while (page.conversations.length > 0) {
      seen.push(...titlesOf(page));
      const last = page.conversations.at(-1);
      page = await nima.call('conversations.list', { limit: 2, before: last.updated_at, before_id: last.id });
    }
    expect(seen).toEqual(['newest', 'E', 'D', 'C', 'B', 'A']);
  });

  test('by words holds those whose title or turns have them', async () => {
    const nima = await aNima();
    await talk(nima, 'Trip to Lisbon');
    await talk(nima, 'Weekend', 'We could fly to Lisbon again');
    await talk(nima, 'Standup', 'The deploy is green');
    expect(titlesOf(await nima.call('conversations.list', { query: 'lisbon' })).sort()).toEqual([
      'Trip to Lisbon',
      'Weekend',
    ]);
    expect(await nima.call('conversations.list', { query: 'walrus' })).toEqual({ conversations: [] });
    expect(titlesOf(await nima.call('conversations.list', { query: '100%_\u0000' }))).toEqual([]);
  });

  test('comes up to date with what was said since', async () => {
    const clock = new FakeClock(Date.UTC(2026, 2, 2));
    const nima = await aNima({ clock });
    await talk(nima, 'Old');
    const { id } = await talk(nima, 'Older', 'x', '2025-01-01T09:00:00Z');
    await nima.call('conversations.update', { id, title: 'Renamed' });
    expect(titlesOf(await nima.call('conversations.list'))).toEqual(['Renamed', 'Old']);
  });
});

test("nobody finds another's conversations, by id, words or list", async () => {
  const nima = await aNima();
  const other = await aSecondOwner(nima);
  const { id } = await talk(nima, 'Trip to Lisbon', 'We fly to Lisbon');
  expect(await nima.call('conversations.list', {}, other)).toEqual({ conversations: [] });
  expect(await nima.call('conversations.list', { query: 'Lisbon' }, other)).toEqual({ conversations: [] });
  expect(await nima.call('conversations.search', { query: 'Lisbon' }, other)).toEqual({ turns: [] });
  const within = { query: 'Lisbon', conversation_id: id };
  expect(await nima.call('conversations.search', within, other)).toEqual({ turns: [] });
});
