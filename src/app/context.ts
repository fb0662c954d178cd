/** Builds the context of a call: who acts, the database or transaction, and the machinery bound to them. */
import type { Catalog } from '../kernel/catalog.ts';
import type { Actor, Clock, Context, Log } from '../kernel/context.ts';
import type { Providers } from '../kernel/port.ts';
import type {
  Calendar,
  Embedder,
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
  readonly providers: Providers;
  readonly catalog: Catalog;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  emit(db: SqlDatabase, event: string, payload: object): Promise<void>;
  enqueue(db: SqlDatabase, request: JobRequest): Promise<void>;
  /** Late, because tools run through what is being built here. */
  toolbox(): Toolbox;
}

export class Contexts {
  readonly #machinery: Machinery;
  readonly #background = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(machinery: Machinery) {
    this.#machinery = machinery;
  }

  create(actor: Actor, signal: AbortSignal, db: SqlDatabase = this.#machinery.db): Context {
    const {
      pipeline,
      streams,
      search,
      models,
      embedder,
      language,
      providers,
      catalog,
      calendar,
      clock,
      newId,
      log,
      emit,
      enqueue,
      toolbox,
    } = this.#machinery;
    const context: Context = {
      actor,
      owner: actor.owner,
      db,
      events: { emit: (event, payload) => emit(db, event, payload) },
      jobs: { enqueue: (request) => enqueue(db, request) },
      streams,
      search,
      models,
      embedder,
      language,
      get toolbox() {
        return toolbox();
      },
      providers,
      catalog,
      calendar,
      clock,
      newId,
      log,
      signal,
      call: (operation, input) => runOperation(pipeline, operation, context, input) as Promise<never>,
      transaction: (work) => inTransaction(db, (tx) => work(this.create(actor, signal, tx))),
      background: (name, work) => this.#start(name, actor, work),
    };
    return context;
  }

  #start(name: string, actor: Actor, work: (ctx: Context) => Promise<void>): void {
    const running = work(this.create(actor, this.#closing.signal))
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
