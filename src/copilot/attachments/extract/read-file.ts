/** Reads a file as far as Nima can: what it is, and its text. */
import { cleanText } from '../../conversations/index.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import { htmlText } from './html-text.ts';
import { decodeText, sniff } from './sniff.ts';

export interface ReadFile {
  readonly mediaType: string;
  readonly kind: 'image' | 'text';
  readonly text: string;
}

/** `not_an_image` when it says it is a picture and is none; `unreadable` when it is neither text nor picture. */
export type Unreadable = 'not_an_image' | 'unreadable' | 'pdf_unreadable';

export interface SentFile {
  readonly name: string;
  /** What it was sent as. */
  readonly mediaType?: string | undefined;
  readonly readers: Iterable<DocumentReader>;
}

export async function readFile(
  bytes: Buffer,
  { name, mediaType = '', readers }: SentFile,
): Promise<ReadFile | Unreadable> {
  const sniffed = sniff(bytes, name);
  const saysImage = mediaType.startsWith('image/') || /\.(png|jpe?g|gif|webp|bmp|avif|heic|tiff?)$/i.test(name);
  const isVector = /svg/i.test(mediaType) || /\.svg$/i.test(name);
  if (saysImage && !isVector && sniffed?.kind !== 'image') return 'not_an_image';
  if (!sniffed) return 'unreadable';
  if (sniffed.kind === 'image') return { mediaType: sniffed.mediaType, kind: 'image', text: '' };
  if (sniffed.kind === 'pdf') {
    const reader = [...readers].find((each) => each.mediaType === sniffed.mediaType);
    const text = (await reader?.read(bytes).catch(() => null)) ?? null;
    return text === null ? 'pdf_unreadable' : { mediaType: sniffed.mediaType, kind: 'text', text: cleanText(text) };
  }
  const text = decodeText(bytes) ?? '';
  const isPage = sniffed.mediaType === 'text/html';
  return { mediaType: sniffed.mediaType, kind: 'text', text: cleanText(isPage ? htmlText(text) : text) };
}
