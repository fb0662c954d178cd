/**
 * What was learned of a language, kept in a file so that it is learned once and not at every start: a third of a minute
 * of work and 200 MiB of memory. The file is named by all that it was learned from; without a place to write it, nothing is kept.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Operation } from '../../kernel/operation.ts';
import { fieldsOf } from './fields.ts';
import type { LanguageLearning } from './learn.ts';

const PREFIX = 'language-';

interface LearnedFrom {
  readonly operations: readonly Operation[];
  /** Files of phrasings: read whole only when there is something to learn. */
  readonly files: readonly string[];
}

/** Over operations with their fields, phrasings, talk, the code that learns from them, and the Node that writes the file. */
function keyOf({ operations, files }: LearnedFrom): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of readdirSync(import.meta.dirname).sort())
    if (file.endsWith('.ts') || file.endsWith('.txt')) hash.update(readFileSync(join(import.meta.dirname, file)));
  for (const operation of operations) {
    const { name, examples, offeredIn } = operation;
    hash.update(JSON.stringify([name, examples, offeredIn, fieldsOf(operation)]));
  }
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Takes what is kept in `folder`, or learns and keeps it. Older files of this kind are removed. */
export function keptLearning(
  folder: string | null,
  from: LearnedFrom,
  learn: () => LanguageLearning,
): LanguageLearning {
  if (folder === null) return learn();
  const name = `${PREFIX}${keyOf(from)}`;
  try {
    return deserialize(readFileSync(join(folder, name))) as LanguageLearning;
  } catch {
    // Not kept yet, or cut off while it was written.
  }
  const learning = learn();
  try {
    keep(folder, name, learning);
  } catch {
    // A folder that cannot be written costs the next start its time, and nothing else.
  }
  return learning;
}

function keep(folder: string, name: string, learning: LanguageLearning): void {
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `${name}.${process.pid}`);
  writeFileSync(part, serialize(learning));
  renameSync(part, join(folder, name));
  for (const file of readdirSync(folder))
    if (file.startsWith(PREFIX) && !file.startsWith(name)) rmSync(join(folder, file), { force: true });
}
