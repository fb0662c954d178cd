/** Attachments for tests. */
import type { Context } from '../../kernel/context.ts';
import { insertAttachment } from './store.ts';

const TEXT = '# Boat\nThe mooring costs 40 euros.\n';

/** Puts in place what the examples of attachments speak of. */
export async function givenAttachmentExamples({ owner, db, clock }: Context): Promise<void> {
  await insertAttachment(owner, db, {
    id: '00000000-0000-4000-8000-0000000000f1',
    name: 'boat-notes.md',
    media_type: 'text/markdown',
    kind: 'text',
    bytes: TEXT.length,
    sha256: 'of-boat-notes',
    text: TEXT,
    text_chars: TEXT.length,
    created_at: clock.now(),
    content: Buffer.from(TEXT),
  });
}

/** A picture of one red point. */
export const RED_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
