/**
 * Scaffolds an operation: `npm run new operation memory.facts.pin`. Writes `<verb>.ts` and `<verb>.test.ts` where the name
 * says, and puts the line into the module's manifest. Refuses to overwrite.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const WINGS = ['core', 'copilot', 'workstation', 'fleet'] as const;

interface Place {
  readonly module: string;
  readonly folder: string;
  readonly file: string;
  readonly exported: string;
  readonly verb: string;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** `facts` → `fact`, `policies` → `policy`. */
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

export function placeOf(name: string): Place {
  const words = name.split('.');
  const [module, verb] = [words[0] ?? '', words.at(-1) ?? ''];
  if (words.length < 2 || words.some((word) => !/^[a-z][a-z0-9-]*$/.test(word))) {
    throw new Error(`"${name}" is not a name like memory.facts.create (module, resources, verb).`);
  }
  const wing = WINGS.find((candidate) => existsSync(join(ROOT, 'src', candidate, module, 'module.ts')));
  if (!wing) throw new Error(`There is no module "${module}". Modules: ${modulesThere().join(', ')}.`);
  const folder = join(ROOT, 'src', wing, module);
  const noun = verb === 'list' ? (words.at(-2) ?? module) : singular(words.at(-2) ?? module);
  return { module, folder, file: join(folder, ...words.slice(1)), exported: `${verb}${capital(noun)}`, verb };
}

function modulesThere(): string[] {
  return WINGS.flatMap((wing) => {
    const folder = join(ROOT, 'src', wing);
    return existsSync(folder) ? readdirSync(folder) : [];
  });
}

function effectOf(verb: string): string {
  if (['get', 'list', 'search', 'recall', 'history', 'export', 'verify'].includes(verb)) return 'read';
  return verb === 'remove' ? 'destroy' : 'write';
}

export function operationText(name: string, { file, exported, module, verb }: Place): string {
  const kernel = relative(dirname(file), join(ROOT, 'src/kernel/operation.ts'));
  const effect = effectOf(verb);
  const hasId = ['get', 'update', 'remove'].includes(verb);
  const input = hasId ? '{ id: z.uuid() }' : '{}';
  const example = hasId ? `{ id: '00000000-0000-4000-8000-000000000001' }` : '{}';
  return `/** One sentence: what ${name} is for. */
import { z } from 'zod';
import { defineOperation } from '${kernel}';

export const ${exported} = defineOperation({
  name: '${name}',
  summary: '${capital(name.split('.').slice(1).reverse().join(' '))}',
  input: z.object(${input}),
  output: z.object({}),
  permission: '${module}:${effect === 'read' ? 'read' : 'write'}',
  effect: '${effect}',
  examples: [{ say: '${name.split('.').reverse().join(' ')}', input: ${example} }],
  async run() {
    throw new Error('${name} is scaffolded, not written.');
  },
});
`;
}

export function testText(name: string, { file }: Place): string {
  const support = relative(dirname(file), join(ROOT, 'test/support/nima.ts'));
  return `/** What is special to ${name}; what holds for every operation is tested in test/derived. */
import { expect, test } from 'vitest';
import { aNima } from '${support}';

test('says what a person gets from ${name}', async () => {
  const nima = await aNima();

  const answer = await nima.call('${name}', {});

  expect(answer).toEqual({});
});
`;
}

/** The manifest with the operation imported and listed. */
export function withOperation(manifest: string, exported: string, path: string): string {
  const imported = `import { ${exported} } from './${path}';\n`;
  const lastImport = manifest.lastIndexOf('import ');
  const at = manifest.indexOf('\n', lastImport) + 1;
  return (manifest.slice(0, at) + imported + manifest.slice(at)).replace(
    /(operations: \[)([\s\S]*?)(,?\s*\])/,
    `$1$2, ${exported}$3`,
  );
}

function scaffold(name: string): string[] {
  const place = placeOf(name);
  const [source, test] = [`${place.file}.ts`, `${place.file}.test.ts`];
  const taken = [source, test].find((path) => existsSync(path));
  if (taken) throw new Error(`${relative(ROOT, taken)} is there already.`);
  const manifest = join(place.folder, 'module.ts');
  mkdirSync(dirname(source), { recursive: true });
  writeFileSync(source, operationText(name, place));
  writeFileSync(test, testText(name, place));
  writeFileSync(
    manifest,
    withOperation(readFileSync(manifest, 'utf8'), place.exported, relative(place.folder, source)),
  );
  return [source, test, manifest].map((path) => relative(ROOT, path));
}

if (process.argv[1] === import.meta.filename) {
  const [kind, name] = process.argv.slice(2);
  try {
    if (kind !== 'operation' || !name) throw new Error('Say what to make: npm run new operation memory.facts.pin');
    for (const path of scaffold(name)) console.log(path);
    console.log('Then: npm run format, make gen, make check.');
  } catch (thrown) {
    console.error((thrown as Error).message);
    process.exitCode = 2;
  }
}
