import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../tools/gen/outputs.ts';
import { ROOT } from './source-files.ts';

test.each(generatedFiles())('$path says what the code says now; npm run gen writes it', ({ path, text }) => {
  const file = join(ROOT, path);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(written === text, `${path} is not fresh; run npm run gen.`).toBe(true);
});
