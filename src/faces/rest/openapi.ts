/** The catalog as an OpenAPI 3.1 document. Nothing in it is written by hand but the words around it. */
import type { Catalog } from '../../kernel/catalog.ts';
import { FAILURE_KINDS, type FailureKind } from '../../kernel/errors.ts';
import type { Operation } from '../../kernel/operation.ts';
import { eventSchemaOf, inputSchemaOf, type JsonSchema, outputSchemaOf } from '../../kernel/schemas.ts';
import { SESSION_COOKIE } from '../../platform/auth/credentials.ts';
import { type Endpoint, endpointsOf } from './endpoint.ts';
import { STATUS_OF } from './failure-answer.ts';

const FAILURE_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['kind', 'code', 'message', 'details'],
      properties: {
        kind: { enum: FAILURE_KINDS },
        code: { type: 'string', description: 'The case, for programs' },
        message: { type: 'string', description: 'What happened and what to do, for people' },
        details: { type: 'object', additionalProperties: true },
      },
    },
  },
} as const;

function parametersOf(
  { params, takesAfter, method, operation }: Endpoint,
  { properties = {}, required = [] }: JsonSchema,
) {
  const isInQuery = method === 'GET' || method === 'DELETE';
  const fields = Object.entries(properties)
    .filter(([name]) => isInQuery || params.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: params.includes(name) ? 'path' : 'query',
      required: params.includes(name) || required.includes(name),
      ...(description ? { description } : {}),
      ...(schema.type === 'object' ? { content: { 'application/json': { schema } } } : { schema }),
    }));
  const resume = {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description: 'Goes on after this event of the stream',
    schema: { type: 'string' },
  };
  return takesAfter && operation.events ? [...fields, resume] : fields;
}

function bodyOf({ params, method, operation }: Endpoint, schema: JsonSchema) {
  if (method === 'GET' || method === 'DELETE') return {};
  const without = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !params.includes(name)));
  const required = (schema.required ?? []).filter((name) => !params.includes(name));
  const examples = operation.examples.map(({ say, input }, index) => [
    `example${index + 1}`,
    { summary: say, value: without(input) },
  ]);
  const content = {
    'application/json': {
      schema: { ...schema, properties: without(schema.properties ?? {}), required },
      ...(examples.length ? { examples: Object.fromEntries(examples) } : {}),
    },
  };
  return { requestBody: { required: required.length > 0, content } };
}

/** Declared cases by the status of their kind, with the kinds every call can meet. */
function failuresOf(operation: Operation) {
  const codes = new Map<FailureKind, string[]>([['invalid', ['invalid_input']]]);
  if (operation.permission !== 'public') {
    codes.set('unauthenticated', ['unauthenticated']);
    codes.set('forbidden', ['forbidden']);
  }
  for (const [code, { kind }] of Object.entries(operation.errors)) codes.set(kind, [...(codes.get(kind) ?? []), code]);
  codes.set('internal', [...(codes.get('internal') ?? []), 'internal']);
  return Object.fromEntries(
    [...codes].map(([kind, named]) => [
      String(STATUS_OF[kind]),
      {
        description: `${kind}: ${named.join(', ')}`,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    ]),
  );
}

function describe(endpoint: Endpoint) {
  const { operation } = endpoint;
  const input = inputSchemaOf(operation);
  const events = eventSchemaOf(operation);
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split('.')[0]],
    parameters: parametersOf(endpoint, input),
    ...bodyOf(endpoint, input),
    responses: {
      '200': {
        description: 'Done',
        content: {
          'application/json': { schema: outputSchemaOf(operation) },
          ...(events ? { 'text/event-stream': { schema: events } } : {}),
        },
      },
      ...failuresOf(operation),
    },
    security: operation.permission === 'public' ? [] : [{ bearer: [] }, { session: [] }],
    'x-effect': operation.effect,
    'x-permission': operation.permission,
    'x-examples': operation.examples.map(({ say, input }) => ({ say, input })),
  };
}

export function openApiOf({ modules, operations }: Catalog, version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpointsOf(operations.values())) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: describe(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Nima', version, description: 'A self-hosted engineering copilot that remembers you.' },
    tags: modules.map(({ name, purpose }) => ({ name, description: purpose })),
    paths,
    components: {
      schemas: { Failure: FAILURE_SCHEMA },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
    },
  };
}
