import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineModule, type Module } from '../../src/kernel/module.ts';
import { defineOperation } from '../../src/kernel/operation.ts';
import { fileOf, moduleFaults, type World } from './names.ts';
import { WINGS } from './rooms.ts';
import { exists, importsOf, manifestPaths, parse, ROOT, resolveImport } from './source-files.ts';

const world: World = {
  exists,
  load: (path) => import(join(ROOT, path)),
  isTried: (folder, path, operation) =>
    globSync(`${folder}/**/*.test.ts`, { cwd: ROOT }).some((test) => {
      const text = readFileSync(join(ROOT, test), 'utf8');
      const imported = importsOf(parse(test, text)).map((named) => resolveImport(test, named).to);
      return imported.includes(path) || text.includes(`'${operation}'`);
    }),
};

async function manifestOf(path: string): Promise<Module> {
  const exported = Object.values(await world.load(path)) as Module[];
  const module = exported.find((value) => Array.isArray(value?.operations));
  if (!module) throw new Error(`${path} exports no module.`);
  return module;
}

test('every operation lives where its name says, under its verb and noun, with a test', async () => {
  const faults = await Promise.all(
    manifestPaths().map(async (path) => moduleFaults(dirname(path), await manifestOf(path), world)),
  );
  expect(faults.flat()).toEqual([]);
});

test('every folder of a wing is a module', () => {
  const folders = WINGS.flatMap((wing) => globSync(`src/${wing}/*/`, { cwd: ROOT }));
  expect(folders.filter((folder) => !exists(`${folder}/module.ts`))).toEqual([]);
});

describe('the wall stands', () => {
  const anOperation = (name: string) =>
    defineOperation({
      name,
      summary: '',
      input: z.object({}),
      output: z.object({}),
      permission: 'public',
      effect: 'read',
      examples: [],
      run: async () => ({}),
    });
  const aModule = (name: string, operation: string) =>
    defineModule({ name, purpose: '', folder: '', operations: [anOperation(operation)] });
  const aWorld = (module: Module, about: { paths?: string[]; exported?: string }): World => ({
    exists: (path) => (about.paths ?? []).includes(path),
    load: async () => ({ [about.exported ?? 'other']: module.operations[0] }),
    isTried: () => false,
  });
  const folder = 'src/copilot/memory';
  const complete = ['README.md', 'facts/create.ts', 'facts/create.test.ts'].map((path) => `${folder}/${path}`);

  test('the path is the name', () => {
    expect(fileOf(folder, 'memory.facts.create')).toBe('src/copilot/memory/facts/create.ts');
    expect(fileOf('src/stations', 'stations.deploy')).toBe('src/stations/deploy.ts');
  });

  test('a module in order has no fault', async () => {
    const module = aModule('memory', 'memory.facts.create');
    expect(await moduleFaults(folder, module, aWorld(module, { paths: complete, exported: 'createFact' }))).toEqual([]);
  });

  test.each([
    ['an operation in another file', 'memory.facts.list', complete, 'listFacts', 'memory.facts.list belongs in'],
    ['an export without its noun', 'memory.facts.create', complete, 'create', 'a name is verb and noun'],
    ['an export with another verb', 'memory.facts.create', complete, 'addFact', 'a name is verb and noun'],
    ['an operation without a test', 'memory.facts.create', complete.slice(0, 2), 'createFact', 'has no test'],
    ['a module without a README', 'memory.facts.create', complete.slice(1), 'createFact', 'has no README.md'],
    ["another module's operation", 'chat.send', complete, 'sendChat', 'its name starts with memory'],
  ])('%s is found', async (_fault, operation, paths, exported, words) => {
    const module = aModule('memory', operation);
    expect((await moduleFaults(folder, module, aWorld(module, { paths, exported }))).join()).toContain(words);
  });
});
