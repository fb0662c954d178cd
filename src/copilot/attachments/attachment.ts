/** An attachment: a file or picture brought into a talk, and what of it can be read. */
import { z } from 'zod';

export const KINDS = ['text', 'image'] as const;

export const attachmentSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  media_type: z.string().describe('Told from its bytes, whatever it was sent as'),
  kind: z.enum(KINDS).describe('`text` is read to the model, `image` is shown to one that sees'),
  bytes: z.int(),
  text_chars: z.int().describe('Characters of text in it; 0 for a picture'),
  is_truncated: z.boolean().describe('Its text is longer than what is kept'),
  created_at: z.iso.datetime(),
});
export type Attachment = z.output<typeof attachmentSchema>;

/** Three photos of a phone; the request body (`server.bodyBytesMax`) usually ends sooner. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;
/** A database on a memory card should not become a file server. */
export const OWNER_BYTES_MAX = 1024 * 1024 * 1024;
/** About 50,000 tokens: more than any window takes. The file itself is kept whole. */
export const TEXT_CHARS_MAX = 200_000;
export const NAME_CHARS_MAX = 200;

export const attachmentErrors = {
  attachment_unknown: {
    kind: 'not_found',
    text: () => 'There is no such attachment. `nima attachments list` shows yours.',
  },
} as const;
