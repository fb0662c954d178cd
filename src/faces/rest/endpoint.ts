/** An operation as an HTTP endpoint: all that a request needs to know of it, worked out once when Nima starts. */
import { type Route, routeOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { inputSchemaOf, outputSchemaOf } from '../../kernel/schemas.ts';
import { type Coerce, coercerOf } from './coerce.ts';

export interface Endpoint extends Route {
  readonly operation: Operation;
  /** Names in the path, `{id}`. */
  readonly params: readonly string[];
  /** How each input field is read from words. */
  readonly coercers: ReadonlyMap<string, Coerce>;
  /** The output field that proves who the caller is; a page gets it as a cookie. */
  readonly credentialField: string | null;
  /** True when a reader may go on after the last event it saw. */
  readonly takesAfter: boolean;
}

function endpointOf(operation: Operation): Endpoint {
  const { properties = {} } = inputSchemaOf(operation);
  const route = routeOf(operation);
  const outputs = Object.entries(outputSchemaOf(operation).properties ?? {});
  return {
    ...route,
    operation,
    params: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    coercers: new Map(Object.entries(properties).map(([name, schema]) => [name, coercerOf(schema)])),
    credentialField: outputs.find(([, schema]) => schema.credential)?.[0] ?? null,
    takesAfter: 'after' in properties,
  };
}

/** Fixed words win over `{id}`, so `facts/export` is not taken for a fact called export. */
const bySpecificity = (a: Endpoint, b: Endpoint): number =>
  a.params.length - b.params.length || (a.path < b.path ? -1 : 1);

export function endpointsOf(operations: Iterable<Operation>): Endpoint[] {
  return [...operations]
    .filter(({ offeredIn }) => offeredIn.includes('rest'))
    .map(endpointOf)
    .sort(bySpecificity);
}
