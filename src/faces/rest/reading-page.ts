/** The API as one page to read: no script, nothing from elsewhere, prints well. Made from the catalog like /docs. */
import { html, raw } from 'hono/html';
import type { Catalog } from '../../kernel/catalog.ts';
import { inputSchemaOf, type JsonSchema, outputSchemaOf, typeText } from '../../kernel/schemas.ts';
import { type Endpoint, endpointsOf } from './endpoint.ts';
import { STATUS_OF } from './failure-answer.ts';

export const READING_STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 15%, transparent); }
body { display: grid; grid-template-columns: 17rem minmax(0, 52rem); gap: 3rem; margin: 0; font: 15px/1.6 Inter, system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem; border-right: 1px solid var(--line); box-sizing: border-box; }
nav ul { list-style: none; padding: 0; margin: 0 0 1rem; } nav a { color: inherit; text-decoration: none; } nav a:hover { text-decoration: underline; }
main { padding: 1.5rem 1.5rem 6rem 0; } section { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 2rem; }
code, pre { font: 13px/1.5 'JetBrains Mono', ui-monospace, monospace; } pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } main { padding: 1.5rem; } }
`;

function fieldTable({ properties = {}, required = [] }: JsonSchema) {
  const rows = Object.entries(properties);
  if (rows.length === 0) return html`<p>None.</p>`;
  return html`<table>
    <tr><th>Field</th><th>Type</th><th>Meaning</th></tr>
    ${rows.map(
      ([name, schema]) => html`<tr>
        <td><code>${name}</code>${required.includes(name) ? '' : ' (optional)'}</td>
        <td>${typeText(schema)}</td>
        <td>${schema.description ?? ''}${schema.default === undefined ? '' : ` Default: ${JSON.stringify(schema.default)}`}</td>
      </tr>`,
    )}
  </table>`;
}

function endpointSection({ operation, method, path }: Endpoint) {
  const failures = Object.entries(operation.errors);
  return html`<section id="${operation.name}">
    <h3>${operation.summary}</h3>
    <p><code>${method} ${path}</code> · ${operation.effect} · ${operation.permission === 'public' ? 'no sign-in' : operation.permission}</p>
    <h4>Input</h4>
    ${fieldTable(inputSchemaOf(operation))}
    <h4>Answer${operation.events ? ', or a stream of events' : ''}</h4>
    ${fieldTable(outputSchemaOf(operation))}
    ${
      failures.length === 0
        ? ''
        : html`<h4>Failures</h4>
      <ul>${failures.map(([code, { kind }]) => html`<li><code>${code}</code> (${STATUS_OF[kind]} ${kind})</li>`)}</ul>`
    }
    ${operation.examples.slice(0, 1).map(
      ({ say, input }) => html`<h4>In chat: "${say}"</h4>
      <pre>${JSON.stringify(input, null, 2)}</pre>`,
    )}
  </section>`;
}

export function readingPage({ modules, operations }: Catalog, version: string): string {
  const endpoints = endpointsOf(operations.values());
  const chapters = modules
    .map(({ name, purpose }) => ({
      name,
      purpose,
      endpoints: endpoints.filter(({ operation }) => operation.name.startsWith(`${name}.`)),
    }))
    .filter((chapter) => chapter.endpoints.length > 0);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nima API ${version}</title><link rel="stylesheet" href="/redoc/style.css">
</head>
<body>
<nav aria-label="Operations">${chapters.map(
    (chapter) => html`<strong>${chapter.name}</strong>
  <ul>${chapter.endpoints.map(({ operation }) => html`<li><a href="#${operation.name}">${operation.summary}</a></li>`)}</ul>`,
  )}</nav>
<main>
<h1>Nima API ${version}</h1>
<p>Try it at <a href="/docs">/docs</a>; for programs: <a href="/openapi.json">/openapi.json</a>.</p>
${chapters.map(
  (chapter) => html`<h2>${chapter.name}</h2><p>${chapter.purpose}</p>${chapter.endpoints.map(endpointSection)}`,
)}
</main>
</body>
</html>`;
  return String(raw(page));
}
