/** Gives facts the vectors of the embedder in use: after a remote write, and after the embedder was changed. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listForeignVectors, updateFactRow } from '../facts/store.ts';

/** Texts per request to an embedder; servers commonly refuse more than 100. */
const BATCH = 64;

export const embedFacts = defineJob({
  name: 'memory.embed',
  input: z.object({}),
  async run({ db, embedder, signal }) {
    while (!signal.aborted) {
      const rows = await listForeignVectors(db, embedder.id, BATCH);
      if (rows.length === 0) return;
      const vectors = await embedder.embed(rows.map(({ fact }) => fact));
      for (const [index, { owner, id }] of rows.entries()) {
        const vector = vectors[index];
        if (vector)
          await updateFactRow(owner, db, {
            id,
            vector: new Uint8Array(vector.buffer, vector.byteOffset, vector.length),
            embedder: embedder.id,
          });
      }
    }
  },
});
