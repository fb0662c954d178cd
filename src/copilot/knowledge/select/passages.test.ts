import { expect, test } from 'vitest';
import { aNima, sharedNima } from '../../../../test/support/nima.ts';
import { selectPassages } from './passages.ts';

const nima = sharedNima();
const ROOM = { limit: 6, tokensMax: 600 };
const idsFor = async (question: string, room = ROOM) =>
  (await selectPassages(nima().context(), question, room)).map(({ id }) => id);

test.each([
  ['what does exit code 137 mean', 'technical/oomkilled-137'],
  ['how do I undo a pushed commit', 'technical/undo-pushed-commit'],
  ['can I change the ports a NodePort uses', 'technical/nodeport-range'],
  ['is a kubernetes secret encrypted', 'technical/secrets-are-base64'],
  ['what does semver say about 0.x versions', 'technical/semver-zero'],
  ['how do I find out which process listens on a port', 'technical/listening-ports'],
  ['my docker ports are open although ufw denies them', 'technical/docker-and-ufw'],
  ['sqlite database is locked', 'technical/sqlite-is-locked'],
  ['how hot may a raspberry pi get', 'technical/pi-temperature'],
  ['difference between 301 and 308 redirect', 'technical/http-redirects'],
])('“%s” brings %s among the first three', async (question, id) => {
  expect((await idsFor(question)).slice(0, 3)).toContain(id);
});

test('passages keep to the budget and to the limit', async () => {
  const question = 'how do I back up postgres and sqlite and k3s';
  expect(await idsFor(question, { limit: 2, tokensMax: 600 })).toHaveLength(2);
  const [only] = await selectPassages(nima().context(), question, { limit: 6, tokensMax: 90 });
  expect((only?.text.length ?? 0) / 4).toBeLessThanOrEqual(90);
  expect(await idsFor(question, { limit: 6, tokensMax: 10 })).toEqual([]);
});

test('a pack that is always consulted answers where no topic fits, and does not hide the others', async () => {
  const own = await aNima();
  await own.call('knowledge.packs.activate', { id: 'life' });
  const found = await selectPassages(own.context(), 'what does exit code 137 mean', ROOM);
  expect(found[0]?.pack).toBe('technical');
});

test('a question of any length or kind is looked at without harm', async () => {
  for (const question of ['?', '   ', 'dns '.repeat(1000), '🦆🦆', '(((([[[[', '\u202e dns']) {
    expect(await idsFor(question)).toBeInstanceOf(Array);
  }
});
