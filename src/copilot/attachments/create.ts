/** Keeps a file or picture for a talk. What it is, is told from its bytes; what it says is read once, here. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { cleanText } from '../conversations/index.ts';
import {
  type Attachment,
  attachmentSchema,
  FILE_BYTES_MAX,
  NAME_CHARS_MAX,
  OWNER_BYTES_MAX,
  TEXT_CHARS_MAX,
} from './attachment.ts';
import { type ReadFile, readFile } from './extract/read-file.ts';
import { documentReaders } from './ports/document-reader.ts';
import { bytesKept, insertAttachment } from './store.ts';

/** Base64 takes four characters for three bytes. */
const CONTENT_CHARS_MAX = Math.ceil(FILE_BYTES_MAX / 3) * 4;
const MEGABYTES = FILE_BYTES_MAX / 1024 / 1024;

/** The last part of a path, without what no one can see. */
const nameOf = (name: string): string =>
  cleanText(name).replaceAll(/\s+/g, ' ').split(/[/\\]/).at(-1)?.trim().slice(-NAME_CHARS_MAX) || 'file';

const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 !== 1;

async function keep(ctx: Context, name: string, content: Buffer, read: ReadFile): Promise<Attachment> {
  const { owner, db, clock, newId } = ctx;
  const row = {
    id: newId(),
    name,
    media_type: read.mediaType,
    kind: read.kind,
    bytes: content.length,
    text_chars: read.text.length,
    created_at: clock.now(),
  };
  const text = read.text.slice(0, TEXT_CHARS_MAX);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await insertAttachment(owner, db, { ...row, sha256, text, content });
  return { ...row, is_truncated: read.text.length > text.length, created_at: new Date(row.created_at).toISOString() };
}

export const createAttachment = defineOperation({
  name: 'attachments.create',
  summary: 'Keep a file or picture to show in a talk',
  input: z.object({
    name: z.string().min(1).max(1000).describe('File name'),
    content: z
      .string()
      .min(1, 'The file is empty.')
      .max(CONTENT_CHARS_MAX, `A file may have ${MEGABYTES} MB. Send a part of it.`)
      .refine(isBase64, { message: 'Send the bytes as base64.' })
      .describe('Its bytes as base64; the whole request stays below `server.bodyBytesMax`'),
    media_type: z.string().max(100).optional().describe('What it was sent as; the bytes decide'),
  }),
  output: attachmentSchema,
  errors: {
    not_an_image: {
      kind: 'invalid',
      text: ({ name }: { name: string }) =>
        `${name} is not a picture Nima can show: its bytes are neither PNG, JPEG, GIF nor WebP. Nothing was kept.`,
    },
    unreadable: {
      kind: 'invalid',
      text: ({ name }: { name: string }) =>
        `${name} is neither text, PDF nor a picture, so there is nothing Nima could read. Nothing was kept.`,
    },
    pdf_unreadable: {
      kind: 'invalid',
      text: ({ name }: { name: string }) =>
        `${name} cannot be read: it is broken, locked with a password, or has more than 300 pages. Nothing was kept.`,
    },
    attachments_full: {
      kind: 'limit',
      text: () => `Your attachments take ${OWNER_BYTES_MAX / 1024 ** 3} GB already. Remove some first.`,
    },
  },
  permission: 'attachments:write',
  effect: 'write',
  undo: 'attachments.remove',
  examples: [
    {
      say: 'attach a file',
      input: {
        name: 'notes.md',
        content: 'IyBCb2F0ClRoZSBtb29yaW5nIGNvc3RzIDQwIGV1cm9zLgo=',
        media_type: 'text/markdown',
      },
    },
  ],
  offeredIn: ['rest', 'cli'],
  async run(ctx, { name: sent, content, media_type }, fail) {
    const name = nameOf(sent);
    const bytes = Buffer.from(content, 'base64');
    if ((await bytesKept(ctx.owner, ctx.db)) + bytes.length > OWNER_BYTES_MAX) throw fail.attachments_full({});
    const read = await readFile(bytes, {
      name,
      mediaType: media_type,
      readers: ctx.providers(documentReaders).values(),
    });
    if (typeof read === 'string') throw fail[read]({ name });
    return ctx.transaction((tx) => keep(tx, name, bytes, read));
  },
});
