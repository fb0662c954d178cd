import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { PersonaSource, readPersona, zenEngineer } from './load.ts';

test('Nima is the Zen engineer: direct, simple, shipping', async () => {
  const persona = await (await aNima()).call('persona.get');
  expect(persona.personality).toMatchObject({ voice: 'zen_engineer', tone: 'direct' });
  expect(persona.personality.style).toEqual(
    expect.arrayContaining(['be_concise', 'show_code_examples', 'think_step_by_step']),
  );
  expect(persona.personality.values).toEqual(expect.arrayContaining(['simplicity', 'pragmatism', 'shipping']));
});

test('its own examples keep its own style', async () => {
  const { persona, review: rules } = await zenEngineer.load();
  const { review } = await import('./review/review.ts');
  for (const { nima } of persona.examples) expect(review(nima, rules)).toEqual({ text: nima, violations: [] });
});

test('a misshapen persona is refused with the field named, and read again once mended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'persona-'));
  const source = new PersonaSource(folder);
  try {
    const { likeness } = await zenEngineer.load();
    await writeFile(join(folder, 'likeness.yaml'), JSON.stringify(likeness));
    await writeFile(join(folder, 'persona.yaml'), 'name: Nima\nsumary: typo\n');
    await writeFile(
      join(folder, 'review.yaml'),
      'openers: []\nfillers: {}\nprefixes: {}\nwords: []\nreplacements: []\n',
    );
    await expect(source.load()).rejects.toThrow(/summary/);
    const { persona } = await zenEngineer.load();
    await writeFile(join(folder, 'persona.yaml'), JSON.stringify(persona));
    expect((await source.load()).persona).toEqual(persona);
    expect(await readPersona(folder)).toEqual(await source.load());
  } finally {
    await rm(folder, { recursive: true });
  }
});
