/** Writes the typed client from the catalog: one function for each operation, at the path its name says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../kernel/catalog.ts';
import { routeOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { eventSchemaOf, inputSchemaOf, outputSchemaOf, streamingOf } from '../../kernel/schemas.ts';
import { printType } from './print-type.ts';

const HEADER = `/* Generated from the catalog by \`npm run gen\`. Do not edit: change the operation instead. */
/* eslint-disable */
`;

/** `memory.facts.create` → `MemoryFactsCreate`. */
function typeNameOf({ name }: Operation): string {
  return name
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function typesOf(operation: Operation): string {
  const name = typeNameOf(operation);
  const { stream: _stream, ...properties } = inputSchemaOf(operation).properties ?? {};
  const isAsked = streamingOf(operation) === 'when asked';
  const input = inputSchemaOf(operation);
  const lines = [`export type ${name}Input = ${printType(isAsked ? { ...input, properties } : input)};`];
  const events = eventSchemaOf(operation);
  if (streamingOf(operation) === 'always' && events) lines.push(`export type ${name}Event = ${printType(events)};`);
  else lines.push(`export type ${name}Output = ${printType(outputSchemaOf(operation))};`);
  return lines.join('\n');
}

/** A name of the catalog as a tree: an operation, names below it, or both. */
interface Branch {
  readonly operation: Operation | undefined;
  readonly below: ReadonlyMap<string, Branch>;
}

function treeOf(operations: readonly Operation[], depth = 0): Map<string, Branch> {
  const words = new Set(operations.map(({ name }) => name.split('.')[depth] ?? ''));
  return new Map(
    [...words].map((word) => {
      const here = operations.filter(({ name }) => name.split('.')[depth] === word);
      const operation = here.find(({ name }) => name.split('.').length === depth + 1);
      return [
        word,
        {
          operation,
          below: treeOf(
            here.filter((each) => each !== operation),
            depth + 1,
          ),
        },
      ];
    }),
  );
}

function functionOf(operation: Operation): string {
  const { method, path } = routeOf(operation);
  const { properties = {}, required = [] } = inputSchemaOf(operation);
  const name = typeNameOf(operation);
  const input = required.length > 0 ? `input: ${name}Input` : `input: ${name}Input = {}`;
  const isStream = streamingOf(operation) === 'always';
  const resumes = isStream && 'after' in properties ? ', resumes: true' : '';
  const answer = isStream ? `AsyncIterable<${name}Event>` : `Promise<${name}Output>`;
  const address = `{ method: '${method}', path: '${path}'${resumes} }`;
  return `(${input}, options?: CallOptions) => ${isStream ? 'follow' : 'ask'}(${address}, input, options) as ${answer}`;
}

function printTree(tree: ReadonlyMap<string, Branch>, indent: string): string {
  const inner = `${indent}  `;
  const members = [...tree].map(([word, { operation, below }]) => {
    const key = /^\w+$/.test(word) ? word : JSON.stringify(word);
    const names = below.size > 0 ? printTree(below, inner) : '';
    if (!operation) return `${inner}${key}: ${names},\n`;
    const call = functionOf(operation);
    const value = names ? `Object.assign(${call}, ${names})` : call;
    return `${inner}/** ${operation.summary}. */\n${inner}${key}: ${value},\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

export function writeClient({ operations }: Pick<Catalog, 'operations'>): string {
  const offered = [...operations.values()].filter(({ offeredIn }) => offeredIn.includes('rest'));
  const runtime = readFileSync(join(import.meta.dirname, 'runtime.ts'), 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\n/, '');
  return [
    HEADER,
    runtime,
    offered.map(typesOf).join('\n'),
    '',
    'export function createClient(options: ClientOptions = {}) {',
    '  const { ask, follow } = connect(options);',
    `  return ${printTree(treeOf(offered), '  ')};`,
    '}',
    '',
    'export type NimaClient = ReturnType<typeof createClient>;',
    '',
  ].join('\n');
}
