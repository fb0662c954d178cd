/** Says everything that is wrong with a pack, or what is in it and the hash that names it. Changes nothing. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { hashOf } from '../format/content.ts';
import { faultSchema, sourceErrors } from './pack.ts';
import { placeSchema } from './place.ts';
import { readSource } from './read-source.ts';

export const validatePack = defineOperation({
  name: 'knowledge.packs.validate',
  summary: 'Check a knowledge pack before it is shared or installed',
  input: z.object({ source: placeSchema }),
  output: z.object({
    is_valid: z.boolean(),
    faults: z.array(faultSchema),
    id: z.string().nullable(),
    version: z.string().nullable(),
    facts: z.int().nullable(),
    rules: z.int().nullable(),
    hash: z.string().nullable().describe('For `--expect-hash`: names exactly this content'),
  }),
  errors: sourceErrors,
  permission: 'knowledge:write',
  effect: 'read',
  examples: [
    { say: 'check the pack in docs/guide/examples/homelab', input: { source: 'docs/guide/examples/homelab' } },
    { say: 'is packs/knowledge/technical a valid pack', input: { source: 'packs/knowledge/technical' } },
    { say: 'validate the knowledge pack packs/knowledge/technical', input: { source: 'packs/knowledge/technical' } },
  ],
  // A model has no business looking around in folders; people check packs.
  offeredIn: ['rest', 'cli'],
  async run(ctx, { source }) {
    const { read } = await readSource(ctx, source);
    if ('faults' in read) {
      const faults = [...read.faults];
      return { is_valid: false, faults, id: null, version: null, facts: null, rules: null, hash: null };
    }
    const { manifest, facts, rules } = read.value;
    return {
      is_valid: true,
      faults: [],
      id: manifest.id,
      version: manifest.version,
      facts: facts.length,
      rules: rules.length,
      hash: hashOf(read.value),
    };
  },
});
