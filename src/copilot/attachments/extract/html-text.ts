/** The words of an HTML page: no scripts, no styles, no hidden comments, a line for each block. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function decoded(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

export function htmlText(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/gs, ' ')
    .replaceAll(/<(script|style|template|noscript|svg)\b.*?(?:<\/\1\s*>|$)/gis, ' ')
    .replaceAll(
      /<\/?(?:p|div|br|li|ul|ol|tr|h[1-6]|section|article|table|pre|blockquote|header|footer)\b[^>]*>/gi,
      '\n',
    )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(#?\w{1,8});/g, decoded)
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
