import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../test/support/people.ts';
import { aNimaWithModel, say } from '../../../test/support/scripted-model.ts';

test('an owner changes the persona, every prompt follows, and every step can be taken back', async () => {
  const { nima, model } = await aNimaWithModel();
  const shipped = await nima.call('persona.get');
  await nima.call('persona.update', { name: 'Ida', personality: { tone: 'warm' } });
  const second = await nima.call('persona.update', { rules: ['Answer in rhymes.'] });
  expect(second).toMatchObject({ version: 2, persona: { name: 'Ida', personality: { tone: 'warm' } } });
  model.script({ text: 'Fine.' });
  await nima.call('chat.send', say('Hello'));
  const [{ content }] = model.requests.at(-1)?.body.messages ?? [];
  expect(content).toMatch(/^You are Ida\..* Your tone is warm\./s);
  expect(content).toContain('1. Answer in rhymes.');
  expect((await nima.call('persona.restore', { version: 1 })).persona.rules).toEqual(shipped.rules);
  expect((await nima.call('persona.restore', { version: 0 })).persona).toEqual(shipped);
  const { versions } = await nima.call('persona.versions.list');
  expect(versions.map(({ why }: { why: string }) => why)).toEqual([
    'restored 0',
    'restored 1',
    'changed rules',
    'changed name, personality',
  ]);
});

test('a model cannot change how it is told to speak: it is refused, and nobody is asked', async () => {
  const { call, owner, context } = await aNima();
  for (const [operation, input] of [
    ['persona.update', { name: 'Eve' }],
    ['persona.restore', { version: 0 }],
  ] as const) {
    for (const actor of [asAgent(owner), { ...owner, kind: 'system' as const }]) {
      expect(await failureOf(call(operation, input, actor))).toMatchObject({ kind: 'forbidden', code: 'only_people' });
    }
  }
  expect((await call('approvals.list')).approvals).toEqual([]);
  const offered = context()
    .toolbox.tools()
    .map(({ operation }) => operation);
  expect(offered).not.toContain('persona.update');
});

test('what would break the persona or fill every prompt is refused', async () => {
  const { call } = await aNima();
  expect(await failureOf(call('persona.update', {}))).toMatchObject({ code: 'nothing_to_change' });
  expect(await failureOf(call('persona.update', { rules: [] }))).toMatchObject({ kind: 'invalid' });
  const rules = Array.from({ length: 30 }, () => 'Say it again. '.repeat(40));
  expect(await failureOf(call('persona.update', { rules }))).toMatchObject({ code: 'persona_too_long' });
  expect(await failureOf(call('persona.restore', { version: 7 }))).toMatchObject({ code: 'version_unknown' });
});

test("one owner's changes are no other's", async () => {
  const nima = await aNima();
  await nima.call('persona.update', { name: 'Ida' });
  expect((await nima.call('persona.get', {}, await aSecondOwner(nima))).name).toBe('Nima');
});

test('a text in its voice scores above the same said in the opposite voice', async () => {
  const { call } = await aNima();
  const score = async (text: string): Promise<number> => (await call('persona.score', { text })).score;
  const calm = await score('Check the disk: `df -h`. Likely culprit: the log folder.');
  const loud = await score("Great question! I'd be absolutely thrilled to help you check your amazing disk!");
  expect(calm).toBeGreaterThan(0.5);
  expect(loud).toBeLessThan(0.5);
  expect((await call('persona.score', { text: 'Great question! It works.' })).violations.length).toBeGreaterThan(0);
});
