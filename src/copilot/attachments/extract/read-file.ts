/** Reads a file as far as Nima can: what it is, and its text. */
import { cleanText } from '../../conversations/index.ts';
import { htmlText } from './html-text.ts';
import { pdfText } from './pdf-text.ts';
import { decodeText, sniff } from './sniff.ts';

export interface ReadFile {
  readonly mediaType: string;
  readonly kind: 'image' | 'text';
  readonly text: string;
}

/** `not_an_image` when it says it is a picture and is none; `unreadable` when it is neither text nor picture. */
export type Unreadable = 'not_an_image' | 'unreadable' | 'pdf_unreadable';

export async function readFile(
  bytes: Buffer,
  { name, mediaType = '' }: { name: string; mediaType?: string | undefined },
): Promise<ReadFile | Unreadable> {
  const sniffed = sniff(bytes, name);
  const saysImage = mediaType.startsWith('image/') || /\.(png|jpe?g|gif|webp|bmp|avif|heic|tiff?)$/i.test(name);
  const isVector = /svg/i.test(mediaType) || /\.svg$/i.test(name);
  if (saysImage && !isVector && sniffed?.kind !== 'image') return 'not_an_image';
  if (!sniffed) return 'unreadable';
  if (sniffed.kind === 'image') return { mediaType: sniffed.mediaType, kind: 'image', text: '' };
  if (sniffed.kind === 'pdf') {
    const text = await pdfText(bytes).catch(() => null);
    return text === null ? 'pdf_unreadable' : { mediaType: sniffed.mediaType, kind: 'text', text: cleanText(text) };
  }
  const text = decodeText(bytes) ?? '';
  const isPage = sniffed.mediaType === 'text/html';
  return { mediaType: sniffed.mediaType, kind: 'text', text: cleanText(isPage ? htmlText(text) : text) };
}
