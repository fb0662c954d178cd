/** Where what was learned of the language is kept. */
import { existsSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';

const BUILT = join(import.meta.dirname, '../../node_modules/.cache/nima');

/**
 * The folder that `make build` fills, readable for whoever runs Nima even where only its installer may write; without one,
 * the user's own, beside compiled code.
 */
export function languageFolder(): string {
  const compiled = getCompileCacheDir();
  return compiled === undefined || existsSync(BUILT) ? BUILT : dirname(compiled);
}
