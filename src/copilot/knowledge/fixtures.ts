/** Packs for tests: contents, opened places without a disk, and what the examples of this module speak of. */
import { join } from 'node:path';
import type { Context } from '../../kernel/context.ts';
import { hashOf, type PackContent } from './format/content.ts';
import { claimPack, insertVersion } from './packs/store.ts';
import type { OpenedPack, PackEntry } from './ports/pack-source.ts';

const EXAMPLES = join(import.meta.dirname, '../../../docs/guide/examples');

/** The files of a pack as text, small and right; a test replaces what it is about. */
export const PACK_FILES: Readonly<Record<string, string>> = {
  'pack.yaml': [
    'format: 1',
    'id: garden',
    'name: Garden',
    'category: life',
    'version: "1.0.0"',
    'description: What grows here.',
    'licence: CC0-1.0',
    'author: Ana',
    'topics:',
    '  - { id: watering, name: Watering, keywords: [tomato, watering] }',
    '',
  ].join('\n'),
  'facts.json': JSON.stringify([
    {
      id: 'tomato-water',
      fact: 'A tomato plant takes two litres a day in July.',
      topic: 'watering',
      source: { title: 'Garden diary', publisher: 'Ana' },
    },
  ]),
  'rules.yaml': '[]\n',
};

/** A place that holds these files; `entries` puts others beside them or in their stead. */
export function anOpenedPack(
  files: Readonly<Record<string, string | Uint8Array>> = PACK_FILES,
  entries: readonly PackEntry[] = [],
): OpenedPack {
  const bytesOf = (name: string) => Buffer.from(files[name] ?? '');
  const own = Object.keys(files).map((name): PackEntry => ({ name, kind: 'file', bytes: bytesOf(name).length }));
  const named = new Set(entries.map(({ name }) => name));
  return {
    entries: [...own.filter(({ name }) => !named.has(name)), ...entries],
    revision: null,
    read: async (name) => bytesOf(name),
    close: async () => undefined,
  };
}

export function aPackContent(
  facts: Readonly<Record<string, string>>,
  about: Partial<PackContent['manifest']> = {},
): PackContent {
  const manifest = {
    format: 1 as const,
    id: 'garden',
    name: 'Garden',
    category: 'life',
    version: '1.0.0',
    description: 'What grows here.',
    licence: 'CC0-1.0',
    author: 'Ana',
    topics: [{ id: 'watering', name: 'Watering', keywords: ['tomato', 'watering'] }],
    ...about,
  };
  const source = { title: 'Garden diary', publisher: 'Ana' };
  const list = Object.entries(facts).map(([id, fact]) => ({ id, fact, topic: 'watering', tags: [], source }));
  return { manifest, facts: list, rules: [] };
}

/** The pack `garden`, installed from docs/guide/examples in two older versions. */
export async function givenKnowledgeExamples({ owner, db, clock }: Context): Promise<void> {
  const versions = ['0.9.0', '1.0.0'].map((version) =>
    aPackContent({ 'tomato-water': `A tomato plant takes water, says ${version}.` }, { version }),
  );
  await claimPack(owner, db, { id: 'garden', state: 'by_topic', ordinal: versions.length, changed_at: clock.now() });
  for (const [index, content] of versions.entries()) {
    await insertVersion(owner, db, {
      id: 'garden',
      ordinal: index + 1,
      version: content.manifest.version,
      hash: hashOf(content),
      source: join(EXAMPLES, 'garden'),
      sourceRevision: null,
      content,
      installedAt: clock.now(),
    });
  }
}
