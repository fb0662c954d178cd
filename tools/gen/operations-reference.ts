/** docs/reference/operations.md: every operation with its words on every face, from the catalog. */
import { flagOf, shapeOf, usageOf } from '../../src/faces/cli/shape.ts';
import { STATUS_OF } from '../../src/faces/rest/failure-answer.ts';
import type { Catalog } from '../../src/kernel/catalog.ts';
import { routeOf, toolNameOf } from '../../src/kernel/names.ts';
import type { Operation } from '../../src/kernel/operation.ts';
import {
  eventSchemaOf,
  inputSchemaOf,
  type JsonSchema,
  outputSchemaOf,
  streamingOf,
  typeText,
} from '../../src/kernel/schemas.ts';
import { markdownTable } from './markdown.ts';

const EFFECTS = {
  read: 'looks',
  write: 'changes what Nima keeps',
  spend: 'changes the outside or costs money',
  destroy: 'removes something',
} as const;

function fieldsTable({ properties = {}, required = [], type }: JsonSchema, head: string): string[] {
  const rows = Object.entries(properties).map(([name, schema]) => [
    `\`${name}\``,
    typeText(schema),
    required.includes(name) ? 'yes' : 'no',
    schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``,
    schema.description ?? '',
  ]);
  if (rows.length === 0) return type === 'object' ? [] : [`**${head}**: ${typeText({ type: type ?? 'anything' })}`, ''];
  return [`**${head}**`, '', ...markdownTable(['field', 'type', 'required', 'default', 'meaning'], rows), ''];
}

/** Output fields are always there, so only their types and meanings are told. */
function outputTable(schema: JsonSchema): string[] {
  const rows = Object.entries(schema.properties ?? {}).map(([name, each]) => [
    `\`${name}\``,
    typeText(each),
    each.description ?? '',
  ]);
  return rows.length === 0 ? [] : ['**Output**', '', ...markdownTable(['field', 'type', 'meaning'], rows), ''];
}

function waysIn(operation: Operation): string[] {
  const { offeredIn } = operation;
  const { method, path } = routeOf(operation);
  const isTool = streamingOf(operation) !== 'always';
  const rows = [
    ['REST', offeredIn.includes('rest') ? `\`${method} ${path}\`` : null],
    ['command line', offeredIn.includes('cli') ? `\`${usageOf(operation)}\`` : null],
    ['chat tool', offeredIn.includes('chat') && isTool ? `\`${toolNameOf(operation)}\`` : null],
    ['MCP tool', offeredIn.includes('mcp') && isTool ? `\`${toolNameOf(operation)}\`` : null],
  ].filter((row): row is [string, string] => row[1] !== null);
  return [...markdownTable(['way in', 'as'], rows), ''];
}

function errorsTable({ errors }: Operation): string[] {
  const rows = Object.entries(errors).map(([code, { kind }]) => [`\`${code}\``, kind, String(STATUS_OF[kind])]);
  return rows.length === 0 ? [] : ['**Failures**', '', ...markdownTable(['case', 'kind', 'status'], rows), ''];
}

function eventsText(operation: Operation): string[] {
  const schema = eventSchemaOf(operation);
  if (!schema) return [];
  const alternatives = schema.anyOf ?? schema.oneOf ?? [schema];
  const rows = alternatives.map(({ properties = {} }) => [
    properties.type?.const === undefined ? '' : `\`${properties.type.const}\``,
    Object.keys(properties)
      .filter((name) => name !== 'type')
      .map((name) => `\`${name}\``)
      .join(', '),
  ]);
  const when = streamingOf(operation) === 'always' ? 'Answers with' : 'With `stream: true`, answers with';
  return [`**Events**: ${when} a stream of these.`, '', ...markdownTable(['type', 'fields'], rows), ''];
}

function examplesText({ examples }: Operation): string[] {
  if (examples.length === 0) return [];
  const lines = examples.map(({ say, input }) => `- "${say}" → \`${JSON.stringify(input)}\``);
  return ['**Said**', '', ...lines, ''];
}

function operationText(operation: Operation): string[] {
  const { name, summary, permission, effect } = operation;
  const may = permission === 'public' ? 'Needs no sign-in' : `Needs the permission \`${permission}\``;
  const undo = operation.undo ? `; \`${operation.undo}\` takes it back` : '';
  const secrets = shapeOf(operation).secrets.map(flagOf);
  return [
    `### ${name}`,
    '',
    `${summary}. ${may}; ${EFFECTS[effect]}${undo}.`,
    '',
    ...waysIn(operation),
    ...fieldsTable(inputSchemaOf(operation), 'Input'),
    ...(secrets.length > 0 ? ['The command line asks for secrets without showing them.', ''] : []),
    ...(streamingOf(operation) === 'always' ? [] : outputTable(outputSchemaOf(operation))),
    ...eventsText(operation),
    ...errorsTable(operation),
    ...examplesText(operation),
  ];
}

export function operationsReference({ modules }: Pick<Catalog, 'modules'>): string {
  const chapters = modules.flatMap(({ name, purpose, operations }) => [
    `## ${name}`,
    '',
    `${purpose}.`,
    '',
    ...operations.flatMap(operationText),
  ]);
  return [
    '<!-- Generated from the catalog by `npm run gen`. Do not edit. -->',
    '',
    '# Operations',
    '',
    'Everything Nima can do, and how it is called on each way in. Every failure answers',
    '`{ "error": { "kind", "code", "message", "details" } }`; kinds and codes are the same everywhere.',
    '',
    ...chapters,
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}
