/** The text of a PDF, page by page. The reader is loaded when the first PDF comes: an idle Nima does not carry it. */

/** A book; whoever needs the rest of it can send a part. */
const PAGES_MAX = 300;

/** Throws when it is broken or locked. */
export async function pdfText(bytes: Buffer): Promise<string> {
  const { getDocumentProxy, extractText } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    if (document.numPages > PAGES_MAX) throw new Error(`It has ${document.numPages} pages, more than ${PAGES_MAX}.`);
    const { text } = await extractText(document, { mergePages: false });
    return text.map((page, index) => `[page ${index + 1}]\n${page.trim()}`).join('\n\n');
  } finally {
    await document.loadingTask.destroy();
  }
}
