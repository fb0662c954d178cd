/** The form in which subjects and values are compared. Pure. */

/** Words without case, articles and closing marks, as values and subjects are compared. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/["“”`]/g, '')
    .replace(/^(?:my|our|the|an?|your)\s+/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.!?,;:…]+$/, '')
    .trim();
}
