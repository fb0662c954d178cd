/** An operation as an HTTP endpoint: all that a request needs to know of it, worked out once. */
import { type Route, routeOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { inputSchemaOf, outputSchemaOf } from '../../kernel/schemas.ts';
import { type Coerce, coercerOf } from './coerce.ts';

/** What the schemas say of requests and answers. */
interface Reading {
  /** How each input field is read from words. */
  readonly coercers: ReadonlyMap<string, Coerce>;
  /** The output field that proves who the caller is; a page gets it as a cookie. */
  readonly credentialField: string | null;
  /** True when a reader may go on after the last event it saw. */
  readonly takesAfter: boolean;
}

function readingOf(operation: Operation): Reading {
  const { properties = {} } = inputSchemaOf(operation);
  const outputs = Object.entries(outputSchemaOf(operation).properties ?? {});
  return {
    coercers: new Map(Object.entries(properties).map(([name, schema]) => [name, coercerOf(schema)])),
    credentialField: outputs.find(([, schema]) => schema.credential)?.[0] ?? null,
    takesAfter: 'after' in properties,
  };
}

export class Endpoint implements Route, Reading {
  readonly operation: Operation;
  readonly method: Route['method'];
  readonly path: string;
  /** Names in the path, `{id}`. */
  readonly params: readonly string[];
  #reading: Reading | null = null;

  constructor(operation: Operation) {
    const { method, path } = routeOf(operation);
    this.operation = operation;
    this.method = method;
    this.path = path;
    this.params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  }

  /** Worked out at the first request: half a millisecond for each operation, which a start need not wait for. */
  get #read(): Reading {
    this.#reading ??= readingOf(this.operation);
    return this.#reading;
  }

  get coercers(): Reading['coercers'] {
    return this.#read.coercers;
  }

  get credentialField(): string | null {
    return this.#read.credentialField;
  }

  get takesAfter(): boolean {
    return this.#read.takesAfter;
  }
}

/** Fixed words win over `{id}`, so `facts/export` is not taken for a fact called export. */
const bySpecificity = (a: Endpoint, b: Endpoint): number =>
  a.params.length - b.params.length || (a.path < b.path ? -1 : 1);

export function endpointsOf(operations: Iterable<Operation>): Endpoint[] {
  return [...operations]
    .filter(({ offeredIn }) => offeredIn.includes('rest'))
    .map((operation) => new Endpoint(operation))
    .sort(bySpecificity);
}
