/** The pin: a pack whose content is not the expected one is not taken, wherever it comes from. */
import { failuresOf } from '../../../kernel/errors.ts';
import { hashOf, hashSchema, type PackContent } from '../format/content.ts';

export const expectHashSchema = hashSchema
  .optional()
  .describe('Take it only if its content has this hash, as `validate` prints it');

export const hashError = {
  pack_hash_differs: {
    kind: 'conflict',
    text: ({ expected, found }: { expected: string; found: string }) =>
      `The pack is another than expected: its hash is ${found}, not ${expected}. Nothing was changed.`,
  },
} as const;

const fail = failuresOf(hashError);

/** Returns the hash. */
export function expectHash(content: PackContent, expected: string | undefined): string {
  const found = hashOf(content);
  if (expected !== undefined && expected !== found) throw fail.pack_hash_differs({ expected, found });
  return found;
}
