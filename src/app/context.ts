/** Builds the context of a call: who acts, the database or transaction, and the machinery bound to them. */
import type { Catalog } from '../kernel/catalog.ts';
import type { Actor, Clock, Context, Log } from '../kernel/context.ts';
import type { Providers } from '../kernel/port.ts';
import type {
  Calendar,
  Embedder,
  EventOutbox,
  JobQueue,
  JobRequest,
  Language,
  ModelPort,
  SearchPort,
  StreamLog,
  Toolbox,
} from '../kernel/ports.ts';
import { type Pipeline, runOperation } from '../kernel/run.ts';
import { inTransaction, type SqlDatabase } from '../platform/db/database.ts';

export interface Machinery {
  readonly db: SqlDatabase;
  readonly pipeline: Pipeline;
  readonly streams: StreamLog;
  readonly search: SearchPort;
  readonly models: ModelPort;
  readonly embedder: Embedder;
  readonly language: Language;
  readonly toolbox: Toolbox;
  readonly catalog: Catalog;
  readonly calendar: Calendar;
  readonly providers: Providers;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  emit(db: SqlDatabase, event: string, payload: object): Promise<void>;
  enqueue(db: SqlDatabase, request: JobRequest): Promise<void>;
}

/** Whoever waits for the answer. The signal is asked for only when work looks at it, because making one is not free. */
export interface Caller {
  readonly signal: AbortSignal;
}

interface Call {
  readonly actor: Actor;
  readonly caller: Caller;
  readonly db: SqlDatabase;
}

/**
 * A class, because an object literal with a getter gets a hidden class of its own each time: 10 kB of garbage for each
 * call that only a full collection clears, a fifth of the processor time of a read.
 */
class BoundContext implements Context {
  readonly actor: Actor;
  readonly owner: string;
  readonly db: SqlDatabase;
  readonly events: EventOutbox;
  readonly jobs: JobQueue;
  readonly streams: StreamLog;
  readonly search: SearchPort;
  readonly models: ModelPort;
  readonly embedder: Embedder;
  readonly language: Language;
  readonly toolbox: Toolbox;
  readonly catalog: Catalog;
  readonly calendar: Calendar;
  readonly providers: Providers;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly call: Context['call'];
  readonly transaction: Context['transaction'];
  readonly background: Context['background'];
  readonly #caller: Caller;

  constructor(contexts: Contexts, machinery: Machinery, { actor, caller, db }: Call) {
    this.actor = actor;
    this.owner = actor.owner;
    this.db = db;
    this.events = { emit: (event, payload) => machinery.emit(db, event, payload) };
    this.jobs = { enqueue: (request) => machinery.enqueue(db, request) };
    this.streams = machinery.streams;
    this.search = machinery.search;
    this.models = machinery.models;
    this.embedder = machinery.embedder;
    this.language = machinery.language;
    this.toolbox = machinery.toolbox;
    this.catalog = machinery.catalog;
    this.calendar = machinery.calendar;
    this.providers = machinery.providers;
    this.clock = machinery.clock;
    this.newId = machinery.newId;
    this.log = machinery.log;
    this.call = (operation, input) => runOperation(machinery.pipeline, operation, this, input) as Promise<never>;
    this.transaction = (work) => inTransaction(db, (tx) => work(contexts.create(actor, caller, tx)));
    this.background = (name, work) => contexts.start(name, actor, work);
    this.#caller = caller;
  }

  get signal(): AbortSignal {
    return this.#caller.signal;
  }
}

export class Contexts {
  readonly #machinery: Machinery;
  readonly #background = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(machinery: Machinery) {
    this.#machinery = machinery;
  }

  create(actor: Actor, caller: Caller, db: SqlDatabase = this.#machinery.db): Context {
    return new BoundContext(this, this.#machinery, { actor, caller, db });
  }

  /** Work that goes on after the answer. */
  start(name: string, actor: Actor, work: (ctx: Context) => Promise<void>): void {
    const running = work(this.create(actor, this.#closing))
      .catch((cause: unknown) => this.#machinery.log.error('background work failed', { name, cause }))
      .finally(() => this.#background.delete(running));
    this.#background.add(running);
  }

  /** Asks background work to end and waits for it. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#background);
  }
}
