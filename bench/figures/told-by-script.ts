/** Benches that are programs of their own and print what they find: run as they are, beside the figures. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Bench } from '../world.ts';

interface ScriptOptions {
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
}

async function runScript(file: string, { flags = [], args = [] }: ScriptOptions): Promise<void> {
  const path = join(import.meta.dirname, '..', file);
  const child = spawn(process.execPath, [...flags, path, ...args], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`bench/${file} ended with ${code}.`);
}

const told = (name: string, about: string, file: string, options: ScriptOptions = {}): Bench => ({
  name,
  about,
  run: async () => {
    await runScript(file, options);
    return [];
  },
});

export const scale = told('scale', 'the search index alone, 100,000 documents', 'search-scale.ts', {
  flags: ['--expose-gc'],
});
export const clinc150 = told('clinc150', 'the language learner on CLINC150, beside an SVM', 'clinc150.ts');
/** Scored with floors, so a figure below its target fails. */
export const truth = told(
  'truth',
  'memory that stays true: current, junk, echoes, injection',
  '../node_modules/vitest/vitest.mjs',
  {
    args: ['run', 'test/evals/memory'],
  },
);
