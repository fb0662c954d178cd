/** Gives facts the vectors of the embedder in use: after a write that could not make one, and after the embedder was changed. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listForeignVectors, setVector } from '../facts/indexed/store.ts';

/** Texts per request to an embedder; servers commonly refuse more than 100. */
const BATCH = 64;

export const embedFacts = defineJob({
  name: 'memory.embed',
  input: z.object({}),
  // Another embedder comes with a restart; a server that was down is asked again.
  atStart: true,
  cron: '*/5 * * * *',
  async run({ db, embedder, signal, transaction }) {
    while (!signal.aborted) {
      const rows = await listForeignVectors(db, embedder.id, BATCH);
      if (rows.length === 0) return;
      const vectors = await embedder.embed(rows.map(({ fact }) => fact));
      if (vectors.length !== rows.length) {
        throw new Error(`The embedder gave ${vectors.length} vectors for ${rows.length} texts.`);
      }
      await transaction(async (tx) => {
        for (const [index, { owner, ...row }] of rows.entries()) {
          const { buffer, byteOffset, length } = vectors[index] ?? new Int8Array();
          await setVector(owner, tx.db, {
            ...row,
            vector: new Uint8Array(buffer, byteOffset, length),
            embedder: embedder.id,
          });
        }
      });
    }
  },
});
