/** A file on its way into a message: what is known of it, its size in words, its bytes as Nima takes them. */
import type { Attached, Attachment } from '../../api/nima.ts';

export interface DraftFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** Address of the picture itself, while it is only in this browser. */
  readonly preview: string | null;
  readonly state: 'sending' | 'kept' | 'refused';
  /** As Nima keeps it. */
  readonly kept: Attachment | null;
  readonly problem: string;
}

/** As many as Nima takes with one message. */
export const FILES_MAX = 10;

const KILO = 1000;

export function sizeWords(bytes: number): string {
  if (bytes < KILO) return `${bytes} B`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

export const attachedOf = ({ id, name, media_type, kind }: Attachment): Attached => ({ id, name, media_type, kind });

/** The bytes of a file or recording as base64. */
export function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(new Error('This browser could not read it.'));
    reader.readAsDataURL(content);
  });
}
