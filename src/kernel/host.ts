/** What a face is given: the catalog, the one way to run an operation, and who a token belongs to. Filled by `app`. */
import type { Catalog } from './catalog.ts';
import type { Actor } from './context.ts';
import type { FaceName, Operation } from './operation.ts';

export interface Call {
  readonly operation: Operation;
  /** Unparsed: the pipeline checks it. */
  readonly input: unknown;
  readonly actor: Actor;
  /** Aborts when the caller is gone. */
  readonly signal: AbortSignal;
}

export interface Host {
  readonly catalog: Catalog;
  readonly version: string;
  /** Runs the whole pipeline; answers with the output or a stream of events, throws only Failures. */
  run(call: Call): Promise<unknown>;
  /** The actor behind a session or bearer token; null when it is unknown or has ended. At once when it was just asked. */
  authenticate(token: string, face: FaceName): Actor | null | Promise<Actor | null>;
}

/** Somebody who has not signed in: may call `public` operations only. */
export const stranger = (face: FaceName): Actor => ({ kind: 'person', owner: '', permissions: [], face });
