/** Names derived from an operation's own: its HTTP route, its command words, its tool name. The rule table of the house. */
import type { Method, Operation } from './operation.ts';

export interface Route {
  readonly method: Method;
  /** With `{id}` for the path parameter: `/v1/memory/facts/{id}`. */
  readonly path: string;
}

const METHOD_OF_VERB: Readonly<Record<string, Method>> = {
  list: 'GET',
  get: 'GET',
  create: 'POST',
  update: 'PUT',
  remove: 'DELETE',
};

export function takesId(operation: Operation): boolean {
  return 'id' in operation.input.shape;
}

/** `x.list` → GET /v1/x · `x.get` → GET /v1/x/{id} · `x.verb` → GET or POST /v1/x[/{id}]/verb by effect. */
export function routeOf(operation: Operation): Route {
  if (operation.path) {
    const [method, path] = operation.path.split(' ') as [Method, string];
    return { method, path };
  }
  const words = operation.name.split('.');
  const verb = words.pop() ?? '';
  const resource = `/v1/${words.join('/')}`;
  const target = takesId(operation) && verb !== 'list' && verb !== 'create' ? `${resource}/{id}` : resource;
  const method = METHOD_OF_VERB[verb];
  if (method) return { method, path: target };
  return { method: operation.effect === 'read' ? 'GET' : 'POST', path: `${target}/${verb}` };
}

/** `memory.facts.create` → `memory_facts_create`: legal for every model vendor and for MCP. */
export const toolNameOf = (operation: Operation): string => operation.name.replaceAll('.', '_');

/** `memory.facts.create` → `memory facts create`. */
export const commandOf = (operation: Operation): string[] => operation.name.split('.');
