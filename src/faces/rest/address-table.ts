/** Which endpoint an address means: a tree of its words, walked once for each request however many operations there are. */
import type { Method } from '../../kernel/operation.ts';
import type { Endpoint } from './endpoint.ts';

interface Node {
  readonly words: Map<string, Node>;
  /** What follows where any word may stand, `{id}`. */
  any: Node | null;
  readonly endpoints: Map<string, Endpoint>;
}

interface Wanted {
  readonly method: string;
  readonly path: string;
  /** The words met so far in open places. */
  readonly values: string[];
}

export interface Found {
  readonly endpoint: Endpoint;
  /** The words in the places of `endpoint.params`. */
  readonly values: string[];
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

const emptyNode = (): Node => ({ words: new Map(), any: null, endpoints: new Map() });

const wordsOf = (path: string): string[] => path.slice(1).split('/');

function childOf(node: Node, word: string): Node {
  const child = (word.startsWith('{') ? node.any : node.words.get(word)) ?? emptyNode();
  if (word.startsWith('{')) node.any = child;
  else node.words.set(word, child);
  return child;
}

/** Undoes `%20` and the like; what is no such code stands for itself. */
function decoded(word: string): string {
  if (!word.includes('%')) return word;
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/**
 * `from` is where the next word begins. Fixed words win over `{id}`, so `facts/export` is not taken for a fact called
 * export.
 */
function findBelow(node: Node, wanted: Wanted, from: number): Found | null {
  const { path } = wanted;
  if (from > path.length) {
    const endpoint = node.endpoints.get(wanted.method);
    return endpoint ? { endpoint, values: wanted.values } : null;
  }
  const slash = path.indexOf('/', from);
  const end = slash < 0 ? path.length : slash;
  const word = decoded(path.slice(from, end));
  const fixed = node.words.get(word);
  const found = fixed ? findBelow(fixed, wanted, end + 1) : null;
  if (found || !node.any || word === '') return found;
  wanted.values.push(word);
  const open = findBelow(node.any, wanted, end + 1);
  if (!open) wanted.values.pop();
  return open;
}

export class AddressTable {
  readonly #root = emptyNode();

  constructor(endpoints: readonly Endpoint[]) {
    for (const endpoint of endpoints) {
      wordsOf(endpoint.path).reduce(childOf, this.#root).endpoints.set(endpoint.method, endpoint);
    }
  }

  /** `path` as it came: `%2F` within a word is part of the word. */
  find(method: string, path: string): Found | null {
    return findBelow(this.#root, { method, path, values: [] }, 1);
  }

  /** The methods an address knows, for the answer to one it does not. */
  methodsAt(path: string): Method[] {
    return METHODS.filter((method) => this.find(method, path) !== null);
  }
}
