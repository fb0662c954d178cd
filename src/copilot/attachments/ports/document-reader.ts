/** Port: what reads the text of a document that is not text itself, such as a PDF. Keeps nothing. */
import { definePort } from '../../../kernel/port.ts';

export interface DocumentReader {
  /** What it reads: `application/pdf`. */
  readonly mediaType: string;
  /** The text, page by page. Throws when the document is broken, locked or too long. */
  read(bytes: Uint8Array): Promise<string>;
}

export const documentReaders = definePort<DocumentReader>('attachments.document-reader');
