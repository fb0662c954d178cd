/** What the owner's sentences mean by their own word, for understanding talk. */
import type { Context } from '../../../kernel/context.ts';
import type { GroundingCorrection } from '../../../kernel/grounding.ts';
import { lessonsOf } from '../lessons/record.ts';

export const LANGUAGE = 'language';

/** Oldest first: where two speak of one sentence, the later stands. */
export async function correctionsOf(ctx: Context): Promise<GroundingCorrection[]> {
  const lessons = await lessonsOf(ctx, { subject: LANGUAGE, kind: 'corrected' });
  return lessons
    .toReversed()
    .flatMap(({ said, meant, operation }) => (operation === null ? [] : [{ say: said, operation, mean: meant }]));
}
