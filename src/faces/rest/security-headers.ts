/**
 * Headers every answer carries: for data nothing may be loaded or kept, for pages only Nima's own files. Those of data
 * are names and values by turns, ready for the socket, and no more than data needs.
 */

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const DATA = {
  ...ALWAYS,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const inTurns = (headers: Readonly<Record<string, string>>): readonly string[] => Object.entries(headers).flat();

export const API_HEADERS = inTurns({ ...DATA, 'Content-Type': 'application/json; charset=utf-8' });

export const TEXT_HEADERS = inTurns({ ...DATA, 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });

export const STREAM_HEADERS = inTurns({
  ...DATA,
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Asks nginx not to collect the stream.
  'X-Accel-Buffering': 'no',
});

/** Styles may be inline, because components set them; scripts may not. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Only a page has links to follow, and a window that another may have opened. */
export const PAGE_HEADERS = {
  ...ALWAYS,
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Content-Security-Policy': PAGE_POLICY,
} as const;
