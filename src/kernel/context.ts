/**
 * All that an operation or a job is handed: who acts, and the machinery it may use, as interfaces only. Nothing here
 * is global, so a test gives its own clock, ids or model, and a replica carries no state another lacks.
 */
import type { z } from 'zod';
import type { Catalog } from './catalog.ts';
import type { FaceName, Operation } from './operation.ts';
import type { Providers } from './port.ts';
import type {
  Calendar,
  Embedder,
  EventOutbox,
  JobQueue,
  Language,
  ModelPort,
  SearchPort,
  StreamLog,
  Toolbox,
} from './ports.ts';

/** Who acts. An `agent` is a model acting for its owner: it may look freely, and asks before it changes things. */
export interface Actor {
  readonly kind: 'person' | 'agent' | 'system';
  /** The user whose rows are read and written. */
  readonly owner: string;
  /** Permissions held; `*` for all. */
  readonly permissions: readonly string[];
  readonly face: FaceName | 'job';
  /** Where an agent acts: the turn its call belongs to, so that an approval finds its way back. */
  readonly place?: string;
  /** The session or token that authenticated, so that it can be ended. */
  readonly credential?: string;
}

/** An open database or transaction. Only a module's `store.ts` looks inside, through `platform/db`. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
}

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Structured log: constant text, data beside it. */
export interface Log {
  debug(text: string, data?: object): void;
  info(text: string, data?: object): void;
  warn(text: string, data?: object): void;
  error(text: string, data?: object): void;
}

export interface Context {
  readonly actor: Actor;
  /** Short for `actor.owner`: the first argument of every query. */
  readonly owner: string;
  readonly db: Database;
  readonly events: EventOutbox;
  readonly jobs: JobQueue;
  readonly calendar: Calendar;
  readonly streams: StreamLog;
  readonly search: SearchPort;
  readonly models: ModelPort;
  readonly embedder: Embedder;
  readonly language: Language;
  readonly toolbox: Toolbox;
  /** What this Nima can do, for what is asked for by name. */
  readonly catalog: Catalog;
  /** What fills a module's own port, by name. */
  readonly providers: Providers;
  readonly clock: Clock;
  /** A new UUID (version 7: sorts by time). */
  readonly newId: () => string;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Runs another operation through the whole pipeline, as the same actor. */
  call<I extends z.ZodObject, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>): Promise<z.output<O>>;
  /** Runs `work` in one transaction: rows, events and jobs land together or not at all. */
  transaction<T>(work: (tx: Context) => Promise<T>): Promise<T>;
  /** Work that goes on after the answer; its failure is logged, and shutdown waits for it. */
  background(name: string, work: (ctx: Context) => Promise<void>): void;
}
