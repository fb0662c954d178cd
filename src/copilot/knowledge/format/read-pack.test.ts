import { describe, expect, test } from 'vitest';
import { anOpenedPack, PACK_FILES } from '../fixtures.ts';
import type { PackEntry } from '../ports/pack-source.ts';
import { hashOf } from './content.ts';
import { faultText, readPack } from './read-pack.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function faultsOf(files: Files, entries: readonly PackEntry[] = []): Promise<string[]> {
  const read = await readPack(anOpenedPack({ ...PACK_FILES, ...files }, entries));
  return 'faults' in read ? read.faults.map(faultText) : [];
}
const facts = (...list: object[]): Files => ({
  'facts.json': JSON.stringify(
    list.map((fact, index) => ({
      id: `fact-${index}`,
      fact: 'Water.',
      topic: 'watering',
      source: { title: 'Diary', publisher: 'Ana' },
      ...fact,
    })),
  ),
});

test('a pack of three right files is read, with what was left out filled in', async () => {
  const read = await readPack(anOpenedPack());
  expect(read).toMatchObject({
    value: { manifest: { id: 'garden' }, facts: [{ id: 'tomato-water', tags: [] }], rules: [] },
  });
});

test('the hash names what a pack says, however its files are written', async () => {
  const read = async (files: Files) => {
    const pack = await readPack(anOpenedPack({ ...PACK_FILES, ...files }));
    return 'value' in pack ? hashOf(pack.value) : '';
  };
  const [fact] = JSON.parse(PACK_FILES['facts.json'] ?? '') as [object];
  const reordered = JSON.stringify([Object.fromEntries(Object.entries(fact).reverse())], null, 4);
  expect(await read({})).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await read({ 'facts.json': reordered, 'README.md': 'Hello' })).toBe(await read({}));
  expect(await read(facts({ fact: 'Other.' }))).not.toBe(await read({}));
});

describe('what does not belong into a pack is named', () => {
  const file = (name: string, kind: PackEntry['kind'], bytes = 10): PackEntry => ({ name, kind, bytes });
  test.each([
    ['code', file('install.sh', 'file'), /^install.sh: A pack holds only pack.yaml, facts.json/],
    ['an executable', file('facts.json', 'executable'), 'facts.json: It is executable. A pack is data only.'],
    ['a link', file('facts.json', 'symlink'), 'facts.json: It is a symbolic link. Put the file itself there.'],
    ['a folder', file('src', 'folder'), /^src: A pack holds only .* It is a folder/],
    ['a submodule', file('vendor', 'submodule'), /^vendor: .* It is a submodule/],
    ['a device', file('rules.yaml', 'other'), 'rules.yaml: It is not a plain file.'],
    ['a name that climbs', file('../../.ssh/config', 'file'), /^\.\.\/\.\.\/\.ssh\/config: A pack holds only/],
    ['a name with a terminal code', file('\u001b[2J', 'file'), /^\\u001b\[2J: A pack holds only/],
    ['vectors of somebody', file('embeddings.npy', 'file'), /^embeddings.npy: Embeddings are built where/],
    [
      'a file of 100 MB',
      file('facts.json', 'file', 100_000_000),
      'facts.json: It has 100000000 bytes, more than 4194304.',
    ],
  ])('%s', async (_what, entry, fault) => {
    expect(await faultsOf({}, [entry])).toEqual([expect.stringMatching(fault)]);
  });

  test('a folder of anything says what is missing and no more than fifty faults', async () => {
    const entries = Array.from({ length: 200 }, (_, index) => file(`photo-${index}.jpg`, 'file'));
    const read = await readPack({ ...anOpenedPack({}), entries });
    const faults = 'faults' in read ? read.faults : [];
    expect(faults).toHaveLength(51);
    expect(faults[0]).toMatchObject({ file: 'pack.yaml', message: 'It is missing.' });
    expect(faults.at(-1)?.message).toBe('And 153 more faults.');
  });
});

describe('each fault has its path', () => {
  test.each<[string, Files, string | RegExp]>([
    ['broken JSON', { 'facts.json': '[{' }, /^facts.json: It is not JSON: /],
    ['broken YAML', { 'rules.yaml': '- id: [' }, /^rules.yaml: It is not plain YAML: /],
    [
      'bytes that are no text',
      { 'facts.json': new Uint8Array([0xff, 0xfe, 0x5b]) },
      'facts.json: It is not UTF-8 text.',
    ],
    [
      'a key twice',
      { 'pack.yaml': `${PACK_FILES['pack.yaml']}id: other\n` },
      /^pack.yaml: It is not plain YAML: Map keys must be unique/,
    ],
    ['an unknown field', facts({ prompt: 'x' }), /^facts.json: facts\[0\]: Unrecognized key/],
    ['a rule without advice', { 'rules.yaml': '- {id: a, when: x, because: y}\n' }, /^rules.yaml: rules\[0\]\.do: /],
    [
      'an address of another kind',
      facts({}, { source: { title: 'a', publisher: 'b', url: 'javascript:alert(1)' } }),
      /^facts.json: facts\[1\]\.source\.url: A url begins with/,
    ],
    ['a huge text', facts({ fact: 'x'.repeat(100_000) }), /^facts.json: facts\[0\]\.fact: .*600/],
    ['a text of two lines', facts({ fact: 'a\nb' }), /^facts.json: facts\[0\]\.fact: It has a line break/],
    [
      'text that turns around',
      facts({ fact: 'a\u202eb' }),
      /^facts.json: facts\[0\]\.fact: It has a line break or an invisible/,
    ],
    ['an id with a path in it', facts({ id: '../x' }), /^facts.json: facts\[0\]\.id: An id is lower-case/],
    ['an id twice', facts({}, { id: 'fact-0' }), 'facts.json: facts[1].id: The id fact-0 is taken by facts[0].'],
    [
      'an id of a fact and a rule',
      { ...facts({ id: 'a' }), 'rules.yaml': '- {id: a, when: x, do: y, because: z}\n' },
      'rules.yaml: rules[0].id: The id a is taken by facts[0].',
    ],
    [
      'a topic that is none',
      facts({ topic: 'cooking' }),
      'facts.json: facts[0].topic: pack.yaml has no topic cooking.',
    ],
    ['a date of review alone', facts({ review_by: '2026-01' }), /^facts.json: facts\[0\]: What ages has both/],
    [
      'a review before its date',
      facts({ as_of: '2026-02', review_by: '2026-01' }),
      /^facts.json: facts\[0\]: What ages has both/,
    ],
    [
      'a thirteenth month',
      facts({ as_of: '2026-13', review_by: '2028-01' }),
      /^facts.json: facts\[0\]\.as_of: Write a date as/,
    ],
    ['no fact at all', { 'facts.json': '[]' }, /^facts.json: facts: /],
    [
      'a version that YAML reads as a number',
      { 'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace('"1.0.0"', '1.0') },
      /^pack.yaml: version: Write the version between quotes/,
    ],
    [
      'a format of the future',
      { 'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace('format: 1', 'format: 2') },
      'pack.yaml: format: This Nima reads packs of format 1.',
    ],
  ])('%s', async (_what, files, fault) => {
    expect(await faultsOf(files)).toEqual([expect.stringMatching(fault instanceof RegExp ? fault : exactly(fault))]);
  });
});

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

describe('YAML that unfolds without end', () => {
  test('an alias is refused before it is followed', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`),
    ];
    expect(await faultsOf({ 'pack.yaml': bomb.join('\n') })).toEqual([
      'pack.yaml: It uses an alias (*a). Write each value out.',
    ]);
  });

  test('a tag that would make something else of a value is refused', async () => {
    expect(await faultsOf({ 'pack.yaml': 'id: !!js/function "x"\n' })).toEqual([
      expect.stringMatching(/^pack.yaml: It is not plain YAML: Unresolved tag/),
    ]);
  });

  test('nesting beyond any stack is a fault, not a crash', async () => {
    const [fault] = await faultsOf({
      'pack.yaml': '['.repeat(30_000),
      'facts.json': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    });
    expect(fault).toMatch(/^pack.yaml: It (is not plain|cannot be read as) YAML/);
  });
});
