/** The scaffold of an operation. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operationText, placeOf, withOperation } from './new.ts';

test('puts an operation where its name says', () => {
  const place = placeOf('memory.facts.pin');

  expect(place.file).toBe(join(import.meta.dirname, '../src/copilot/memory/facts/pin'));
  expect(place.exported).toBe('pinFact');
});

test('names the modules there are when one is misspelled', () => {
  expect(() => placeOf('memmory.facts.pin')).toThrow(/There is no module "memmory"\. Modules: .*memory/);
});

test('refuses a name without a verb', () => {
  expect(() => placeOf('memory')).toThrow(/not a name like memory\.facts\.create/);
});

test('adds one line to the manifest', () => {
  const manifest =
    "import { getFact } from './facts/get.ts';\n\nexport const memory = defineModule({\n  operations: [getFact],\n});\n";

  const changed = withOperation(manifest, 'pinFact', 'facts/pin.ts');

  expect(changed).toContain("import { pinFact } from './facts/pin.ts';");
  expect(changed).toContain('operations: [getFact, pinFact]');
});

test('says that what it wrote is not done', () => {
  expect(operationText('memory.facts.pin', placeOf('memory.facts.pin'))).toContain('is scaffolded, not written');
});
