/** Makes the embeddings of a pack and keeps them in the data folder, as a NumPy file beside the id of the embedder. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { writeNpy } from '../embeddings/npy.ts';
import { hashOf } from '../format/content.ts';
import { findPack } from '../library/available.ts';
import { embedContent, shelfNameOf } from '../library/library.ts';
import { packShelves } from '../ports/pack-shelf.ts';
import { sourceErrors } from './pack.ts';
import { placeSchema } from './place.ts';
import { contentOf, readSource } from './read-source.ts';

export const buildPack = defineOperation({
  name: 'knowledge.packs.build',
  summary: 'Build the embeddings of a knowledge pack',
  input: z.object({ source: placeSchema.describe('Id of a pack you have, its folder, or an address git can clone') }),
  output: z.object({
    id: z.string(),
    version: z.string(),
    hash: z.string(),
    embedder: z.string(),
    vectors: z.int(),
    dimensions: z.int(),
    file: z.string().nullable().describe('Where the NumPy file lies; null where nothing is kept'),
  }),
  errors: sourceErrors,
  permission: 'knowledge:write',
  effect: 'write',
  examples: [
    { say: 'build the pack technical', input: { source: 'technical' } },
    { say: 'build the knowledge pack docs/guide/examples/homelab', input: { source: 'docs/guide/examples/homelab' } },
  ],
  offeredIn: ['rest', 'cli'],
  async run(ctx, { source }) {
    const known = await findPack(ctx, source);
    const content = known ? await known.load() : contentOf(await readSource(ctx, source));
    const { embedder } = ctx;
    const hash = hashOf(content);
    const matrix = await embedContent(embedder, content);
    const [shelf] = ctx.providers(packShelves).values();
    const { id, version } = content.manifest;
    return {
      id,
      version,
      hash,
      embedder: embedder.id,
      vectors: matrix.rows,
      dimensions: matrix.dimensions,
      file: (await shelf?.write(shelfNameOf(hash, embedder.id), writeNpy(matrix))) ?? null,
    };
  },
});
