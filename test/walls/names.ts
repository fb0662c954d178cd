/** The path is the name: where an operation's file, export and test must be, given its manifest. */
import { join } from 'node:path';
import type { Module } from '../../src/kernel/module.ts';

/** What the disk and the module loader say, so that the rule itself can be tried. */
export interface World {
  exists(path: string): boolean;
  /** The exports of a source file. */
  load(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** True when some test of the module imports this file or calls the operation by its name. */
  isTried(folder: string, path: string, operation: string): boolean;
}

/** `suggest-next` → `suggestNext`. */
const camelCase = (words: string): string => words.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** `memory.facts.create` in `src/copilot/memory` → `src/copilot/memory/facts/create.ts`. */
export function fileOf(folder: string, operation: string): string {
  const [, ...path] = operation.split('.');
  return `${join(folder, ...path)}.ts`;
}

async function operationFaults(
  folder: string,
  operation: Module['operations'][number],
  world: World,
): Promise<string[]> {
  const { name } = operation;
  const path = fileOf(folder, name);
  if (!world.exists(path)) return [`${name} belongs in ${path}.`];
  const verb = camelCase(name.split('.').at(-1) ?? '');
  const exported = Object.entries(await world.load(path)).find(([, value]) => value === operation)?.[0];
  const faults = [];
  if (!exported) faults.push(`${path} does not export the operation ${name} that the manifest lists.`);
  else if (!new RegExp(`^${verb}[A-Z]`).test(exported)) {
    faults.push(`${path} exports ${exported}; a name is verb and noun, like ${verb}Fact.`);
  }
  const test = path.replace(/\.ts$/, '.test.ts');
  if (!world.exists(test) && !world.isTried(folder, path, name)) faults.push(`${name} has no test; write ${test}.`);
  return faults;
}

/** `folder` is relative to the repository: `src/copilot/memory`. */
export async function moduleFaults(folder: string, module: Module, world: World): Promise<string[]> {
  const name = folder.split('/').at(-1) ?? '';
  const faults = module.operations.map((operation) =>
    operation.name.startsWith(`${name}.`)
      ? operationFaults(folder, operation, world)
      : [`${operation.name} is listed by ${folder}, so its name starts with ${name}.`],
  );
  const own = [
    module.name === name ? [] : [`${folder}/module.ts is called ${module.name}; its folder says ${name}.`],
    world.exists(`${folder}/README.md`)
      ? []
      : [`${folder} has no README.md: nouns, what it does, what it leaves to others.`],
    module.jobs
      .filter((job) => !job.name.startsWith(`${name}.`))
      .map((job) => `Job ${job.name} belongs to ${folder}, so its name starts with ${name}.`),
  ];
  return [...own, ...(await Promise.all(faults))].flat();
}
