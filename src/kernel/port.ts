/**
 * A module's own port: an interface it declares in `ports/`, filled by providers that `app/providers.ts` lists. The
 * module asks the context for them by name and never learns which vendor stands behind.
 */

/** The port `P`, by name. `P` is known to the compiler only. */
export interface Port<P> {
  readonly name: string;
  readonly accepts?: (provider: P) => void;
}

export const definePort = <P>(name: string): Port<P> => ({ name });

/** One provider in its port, under the name people use for it: `github`, `git`. */
export interface Provided {
  readonly port: string;
  readonly name: string;
  readonly provider: unknown;
  /** Lets go of what it holds open (programs, connections) when Nima stops. */
  readonly close?: () => Promise<void>;
}

export const provide = <P>(port: Port<P>, name: string, provider: P): Provided => ({ port: port.name, name, provider });

/** Hands out a port's providers by name; an unfilled port is an empty map. */
export type Providers = <P>(port: Port<P>) => ReadonlyMap<string, P>;

export function providersIn(list: readonly Provided[]): Providers {
  const ports = new Map<string, Map<string, unknown>>();
  for (const { port, name, provider } of list) {
    const named = ports.get(port) ?? new Map<string, unknown>();
    if (named.has(name)) throw new Error(`Two providers of ${port} are called ${name}; rename one.`);
    ports.set(port, named.set(name, provider));
  }
  return <P>({ name }: Port<P>) => (ports.get(name) ?? new Map()) as ReadonlyMap<string, P>;
}
