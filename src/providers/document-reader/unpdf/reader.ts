/** Reads PDFs with Mozilla's reader. It is loaded when the first PDF comes: an idle Nima does not carry it. */
import type { DocumentReader } from '../../../copilot/attachments/ports/document-reader.ts';

/** A book; whoever needs the rest of it can send a part. */
const PAGES_MAX = 300;

export const pdfReader: DocumentReader = {
  mediaType: 'application/pdf',
  async read(bytes) {
    const { getDocumentProxy, extractText } = await import('unpdf');
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      if (document.numPages > PAGES_MAX) throw new Error(`It has ${document.numPages} pages, more than ${PAGES_MAX}.`);
      const { text } = await extractText(document, { mergePages: false });
      return text.map((page, index) => `[page ${index + 1}]\n${page.trim()}`).join('\n\n');
    } finally {
      await document.loadingTask.destroy();
    }
  },
};
