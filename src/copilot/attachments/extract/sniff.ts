/** What a file is, told from its bytes: pictures by signature and size, PDF by its head, everything else is text or nothing. */

export interface Sniffed {
  readonly mediaType: string;
  readonly kind: 'image' | 'pdf' | 'text';
}

interface Picture {
  readonly mediaType: string;
  readonly isHead: (bytes: Buffer) => boolean;
  /** Width and height, or null when the head is all there is of a picture. */
  readonly size: (bytes: Buffer) => readonly [number, number] | null;
}

/** The frame header of a JPEG stands behind any number of other segments. */
function jpegSize(bytes: Buffer): readonly [number, number] | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

const holds = (bytes: Buffer, length: number): boolean => bytes.length >= length;

/** The four formats every model vendor takes. */
const PICTURES: readonly Picture[] = [
  {
    mediaType: 'image/png',
    isHead: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
    size: (bytes) => (holds(bytes, 33) ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null),
  },
  {
    mediaType: 'image/jpeg',
    isHead: (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
    size: jpegSize,
  },
  {
    mediaType: 'image/gif',
    isHead: (bytes) => /^GIF8[79]a$/.test(bytes.subarray(0, 6).toString('latin1')),
    size: (bytes) => (holds(bytes, 14) ? [bytes.readUInt16LE(6), bytes.readUInt16LE(8)] : null),
  },
  {
    mediaType: 'image/webp',
    isHead: (bytes) => /^RIFF....WEBP$/s.test(bytes.subarray(0, 12).toString('latin1')),
    size: (bytes) => (holds(bytes, 30) ? [1, 1] : null),
  },
];

/** Control characters no text has; a few of them betray a binary file whatever its name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

const TEXT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.(md|markdown)$/i, 'text/markdown'],
  [/\.csv$/i, 'text/csv'],
  [/\.tsv$/i, 'text/tab-separated-values'],
  [/\.(json|jsonl|ndjson)$/i, 'application/json'],
  [/\.(html?|xhtml)$/i, 'text/html'],
  [/\.(ya?ml)$/i, 'application/yaml'],
  [/\.xml$/i, 'application/xml'],
];

/** The text of a file that is one: UTF-8, or UTF-16 that says so; null for bytes. */
export function decodeText(bytes: Buffer): string | null {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return BINARY.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Null when it is nothing Nima can read or show. */
export function sniff(bytes: Buffer, name: string): Sniffed | null {
  const picture = PICTURES.find(({ isHead }) => isHead(bytes));
  if (picture) {
    const size = picture.size(bytes);
    return size && size[0] > 0 && size[1] > 0 ? { mediaType: picture.mediaType, kind: 'image' } : null;
  }
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { mediaType: 'application/pdf', kind: 'pdf' };
  if (decodeText(bytes) === null) return null;
  return { mediaType: TEXT_TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'text/plain', kind: 'text' };
}
