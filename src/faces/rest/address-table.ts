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
  readonly words: readonly string[];
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
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Fixed words win over `{id}`, so `facts/export` is not taken for a fact called export. */
function findBelow(node: Node, wanted: Wanted, at = 0): Found | null {
  const word = wanted.words[at];
  if (word === undefined) {
    const endpoint = node.endpoints.get(wanted.method);
    return endpoint ? { endpoint, values: wanted.values } : null;
  }
  const fixed = node.words.get(word);
  const found = fixed ? findBelow(fixed, wanted, at + 1) : null;
  if (found || !node.any || word === '') return found;
  wanted.values.push(word);
  const open = findBelow(node.any, wanted, at + 1);
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
    const words = wordsOf(path);
    return findBelow(this.#root, { method, words: path.includes('%') ? words.map(decoded) : words, values: [] });
  }

  /** The methods an address knows, for the answer to one it does not. */
  methodsAt(path: string): Method[] {
    return METHODS.filter((method) => this.find(method, path) !== null);
  }
}
