/** Benches that are programs of their own and print what they find: run as they are, beside the figures. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Bench } from '../world.ts';

async function runScript(file: string, flags: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, '..', file)], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`bench/${file} ended with ${code}.`);
}

const told = (name: string, about: string, file: string, flags: readonly string[] = []): Bench => ({
  name,
  about,
  run: async () => {
    await runScript(file, flags);
    return [];
  },
});

export const scale = told('scale', 'the search index alone, 100,000 documents', 'search-scale.ts', ['--expose-gc']);
export const clinc150 = told('clinc150', 'the language learner on CLINC150, beside an SVM', 'clinc150.ts');
