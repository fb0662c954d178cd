/** The built page, from its folder. Addresses of the page's own are its index; everything else is a file or nothing. */
import { readFile, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { Headers } from '../../platform/auth/guard.ts';
import { PAGE_HEADERS } from './security-headers.ts';

const NOT_BUILT = 'Nima runs. Its page is not built yet; "make run" builds it. The API is described at /docs.\n';
/** Names under assets/ carry a hash of their content, so what was fetched once never changes. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Answers null when there is nothing to show. */
export type Page = (path: string, headers: Headers) => Promise<Response | null>;

/** The file an address names, kept inside the folder; null when it tries to leave. */
function fileOf(folder: string, path: string): string | null {
  try {
    const inside = normalize(decodeURIComponent(path));
    const isPlain = inside.startsWith('/') && !inside.includes('\0') && !/(^|[\\/])\./.test(inside);
    return isPlain ? join(folder, inside) : null;
  } catch {
    return null;
  }
}

interface Found {
  readonly file: string;
  readonly etag: string;
  readonly encoding: string | null;
}

async function find(file: string, encoding: string | null = null): Promise<Found | null> {
  const about = await stat(file).catch(() => null);
  if (!about?.isFile()) return null;
  return { file, encoding, etag: `"${about.size.toString(36)}-${Math.floor(about.mtimeMs).toString(36)}"` };
}

/** Prefers what the build has compressed. */
async function findBest(file: string, headers: Headers): Promise<Found | null> {
  const accepted = headers('accept-encoding') ?? '';
  const packed =
    (/\bbr\b/.test(accepted) ? await find(`${file}.br`, 'br') : null) ??
    (/\bgzip\b/.test(accepted) ? await find(`${file}.gz`, 'gzip') : null);
  return packed ?? find(file);
}

async function show(found: Found, name: string, headers: Headers): Promise<Response> {
  const about = {
    ...PAGE_HEADERS,
    ETag: found.etag,
    Vary: 'Accept-Encoding',
    'Cache-Control': name.includes('/assets/') ? FOREVER : 'no-cache',
  };
  if (headers('if-none-match') === found.etag) return new Response(null, { status: 304, headers: about });
  return new Response(new Uint8Array(await readFile(found.file)), {
    headers: {
      ...about,
      'Content-Type': getMimeType(name) ?? 'application/octet-stream',
      ...(found.encoding ? { 'Content-Encoding': found.encoding } : {}),
    },
  });
}

export function createPage(folder: string | undefined): Page {
  return async (path, headers) => {
    const acceptsPage = (headers('accept') ?? '').includes('text/html');
    const index = folder ? join(folder, 'index.html') : null;
    if (!folder || !index || !(await find(index))) {
      const text = { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
      return path === '/' ? new Response(NOT_BUILT, { headers: text }) : null;
    }
    const named = path === '/' ? index : fileOf(folder, path);
    const found = named && (await findBest(named, headers));
    if (named && found) return show(found, named, headers);
    // A missing asset is missing: a page in its place would be taken for a script.
    const shell = acceptsPage && !path.startsWith('/assets/') ? await findBest(index, headers) : null;
    return shell && show(shell, index, headers);
  };
}
