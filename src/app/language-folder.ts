/** Where what was learned of the language is kept: beside compiled code. */
import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';

const BUILT = join(import.meta.dirname, '../../node_modules/.cache/nima');

/** The folder `bin/nima` gave for compiled code, without Node's own folder in it; that of `make build` where it gave none. */
export function languageFolder(): string {
  const compiled = getCompileCacheDir();
  return compiled === undefined ? BUILT : dirname(compiled);
}
