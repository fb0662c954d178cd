/**
 * How a repeated try finds what an earlier one already wrote. GitHub takes no idempotency keys, so the key stands in the
 * text as a comment nobody sees, and the newest entries are looked through before another is written.
 */

/** Newest entries looked at: tries of one task lie minutes apart, and 100 is one page. */
export const LOOKED_THROUGH = 100;

const marker = (key: string): string => `<!-- nima:${key.replaceAll(/[^\w.:-]/g, '_')} -->`;

export const withMarker = (body: string, key: string): string => `${body}${body === '' ? '' : '\n\n'}${marker(key)}`;

export const hasMarker = (body: string | null | undefined, key: string): boolean =>
  body?.includes(marker(key)) ?? false;

/** The text as its writer meant it, without any marker of ours. */
export const withoutMarker = (body: string): string => body.replaceAll(/\s*<!-- nima:[\w.:-]* -->/g, '');
