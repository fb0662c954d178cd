/** The documents about the API, all served from here: /openapi.json, /docs to try it out, /redoc to read it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Env, Hono } from 'hono';
import type { Catalog } from '../../kernel/catalog.ts';
import { openApiOf } from './openapi.ts';
import { READING_STYLE, readingPage } from './reading-page.ts';
import { API_HEADERS, PAGE_HEADERS } from './security-headers.ts';
import { responseOf } from './web-exchange.ts';

const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
/** Files of the try-out page, as its package names them. */
const SWAGGER_FILES = { 'swagger-ui.css': CSS, 'swagger-ui-bundle.js': JS } as const;

const TRY_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nima API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`;

/** The validator badge would send the document to somebody else's server. */
const TRY_SCRIPT = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
`;

/** Documents change with the program only. */
const KEEP = 'public, max-age=3600';

function file(text: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(text, { headers: { ...PAGE_HEADERS, 'Content-Type': type, 'Cache-Control': KEEP } });
}

export interface Documented {
  readonly catalog: Catalog;
  readonly version: string;
}

export function addDocs<E extends Env>(app: Hono<E>, { catalog, version }: Documented): void {
  const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  // Made at the first reading: starting is quicker without.
  const made = new Map<string, string>();
  const once = (name: string, make: () => string): string => {
    const text = made.get(name) ?? make();
    made.set(name, text);
    return text;
  };
  app.get('/openapi.json', () => {
    const body = once('openapi', () => JSON.stringify(openApiOf(catalog, version)));
    return responseOf({ status: 200, headers: API_HEADERS, body });
  });
  app.get('/docs', () => file(TRY_PAGE, HTML));
  app.get('/docs/start.js', () => file(TRY_SCRIPT, JS));
  for (const [name, type] of Object.entries(SWAGGER_FILES)) {
    app.get(`/docs/${name}`, async () => file(new Uint8Array(await readFile(join(swaggerFolder, name))), type));
  }
  app.get('/redoc', () =>
    file(
      once('reading', () => readingPage(catalog, version)),
      HTML,
    ),
  );
  app.get('/redoc/style.css', () => file(READING_STYLE, CSS));
}
