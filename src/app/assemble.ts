/**
 * Puts Nima together: settings in, a host for the faces out. Starts nothing that listens; `start` lets jobs and events
 * run, `close` ends everything in the order that loses nothing.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approver } from '../core/approvals/index.ts';
import { auditor } from '../core/audit/index.ts';
import { authenticate, createOwner, ensureLocalToken, ownerActor } from '../core/users/index.ts';
import { createToolbox } from '../faces/chat-tools/toolbox.ts';
import { buildCatalog, type Catalog } from '../kernel/catalog.ts';
import type { Actor, Clock, Context, Log } from '../kernel/context.ts';
import { Failure } from '../kernel/errors.ts';
import type { Host } from '../kernel/host.ts';
import type { Job } from '../kernel/module.ts';
import type { FaceName } from '../kernel/operation.ts';
import { type Provided, providersIn } from '../kernel/port.ts';
import type { Language } from '../kernel/ports.ts';
import { runOperation } from '../kernel/run.ts';
import { openDatabase, type SqlDatabase } from '../platform/db/database.ts';
import { databaseFailure } from '../platform/db/failures.ts';
import { type MigrationSource, migrate } from '../platform/db/migrate.ts';
import { Outbox } from '../platform/events/outbox.ts';
import { calendar } from '../platform/jobs/calendar.ts';
import { createJobs } from '../platform/jobs/create-jobs.ts';
import type { JobRunner } from '../platform/jobs/job-runner.ts';
import { createLanguage } from '../platform/language/language.ts';
import { readTime } from '../platform/language/read-time.ts';
import { createSearch } from '../platform/search/search.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { createStreams } from '../platform/streams/create-streams.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { createMetrics, type Metrics } from '../platform/telemetry/metrics.ts';
import { Contexts } from './context.ts';
import { languageFolder } from './language-folder.ts';
import { modules } from './modules.ts';
import { embedderOf, modelsOf, providedOf } from './providers.ts';
import { createIds, systemClock } from './system.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Running jobs get this long to finish; an orchestrator's own patience is commonly 30 s. */
const STOP_MS = 10_000;

export interface Nima {
  readonly host: Host;
  readonly settings: Settings;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly db: SqlDatabase;
  readonly jobs: JobRunner;
  /** The owner's password, on the very first start only. */
  readonly firstPassword: string | null;
  readonly migrated: readonly string[];
  actor(face: FaceName): Promise<Actor | null>;
  context(actor: Actor, signal: AbortSignal): Context;
  /** The token of this machine's command line, kept in the data folder. */
  localToken(): Promise<string>;
  /** Lets jobs, events and schedules run. */
  start(): void;
  /** Runs what is due now, for a command that does not stay. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface AssembleOptions {
  readonly clock?: Clock;
  readonly log?: Log;
  /** Providers of module ports in place of the usual ones, for tests. */
  readonly provided?: readonly Provided[];
}

/** For whoever sees the first start; nothing shows the password again. */
export const firstPasswordText = (password: string): string =>
  `password  ${password}\n            shown only now; "nima users password reset" makes a new one`;

export const version = (): string => readFileSync(join(ROOT, 'VERSION'), 'utf8').trim();

export function migrationSources(catalog: Catalog): MigrationSource[] {
  const platform = ['jobs', 'events', 'streams'].map((name) => ({ name, folder: join(ROOT, 'src/platform', name) }));
  return [...platform, ...catalog.modules.map(({ name, folder }) => ({ name, folder }))];
}

function openData({ data, database }: Settings): SqlDatabase {
  try {
    mkdirSync(data.folder, { recursive: true, mode: 0o700 });
    return openDatabase({ url: database.url, file: join(data.folder, 'nima.db') });
  } catch (cause) {
    const text = `The data folder ${data.folder} cannot be used: ${(cause as Error).message}. Choose another with NIMA_DATA_FOLDER.`;
    throw new Failure('unavailable', text, { code: 'data_folder_unusable', cause });
  }
}

/** Learned from examples and phrasings when the first sentence asks for it, and kept where compiled code is. */
function lazyLanguage(catalog: Catalog, clock: Clock): Language {
  let language: Language | null = null;
  return {
    understand(text, owners) {
      language ??= createLanguage([...catalog.operations.values()], {
        modules: catalog.modules,
        folder: languageFolder(),
      });
      return language.understand(text, owners);
    },
    readTime: (words, zone) => readTime(words, { timeZone: zone, now: () => clock.now() }),
  };
}

export async function assemble(settings: Settings, options: AssembleOptions = {}): Promise<Nima> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog({ level: settings.log.level });
  const newId = createIds(clock);
  const catalog = buildCatalog(modules);
  const db = openData(settings);
  const migrated = await migrate(db, migrationSources(catalog), clock.now()).catch(async (thrown: unknown) => {
    await db.close();
    throw databaseFailure(thrown);
  });
  const means = { db, clock, newId };
  const firstPassword = await createOwner(means);
  const metrics = createMetrics();
  const streams = createStreams({ db, clock, log, streamsMax: settings.limits.streamsMax });
  const language = lazyLanguage(catalog, clock);
  const outbox: Outbox = new Outbox({
    ...means,
    log,
    subscriptions: catalog.subscriptions,
    enqueue: (tx, request) => jobs.enqueue(tx, request),
  });
  const jobList: readonly Job[] = [...catalog.jobs.values(), outbox.pruneJob, streams.pruneJob];
  const pipeline = { approver, auditor, meter: metrics, explain: databaseFailure };
  const host: Host = {
    catalog,
    version: version(),
    run: (call) => runOperation(pipeline, call.operation, contexts.create(call.actor, call), call.input),
    authenticate: (token, face) => authenticate(means, token, face),
  };
  const provided = options.provided ?? providedOf({ settings, clock, log, version: host.version });
  const toolbox = createToolbox(host);
  const embedder = embedderOf(settings);
  const contexts = new Contexts({
    ...means,
    pipeline,
    streams,
    search: createSearch({ embedder }),
    models: modelsOf({ settings, language, clock, log }),
    embedder,
    language,
    catalog,
    calendar,
    providers: providersIn(provided),
    log,
    emit: (tx, event, payload) => outbox.emit(tx, event, payload),
    enqueue: (tx, request) => jobs.enqueue(tx, request),
    toolbox,
  });
  const jobs: JobRunner = createJobs({
    ...means,
    jobs: new Map(jobList.map((job) => [job.name, job])),
    perform: (job, input, { signal }) => job.run(contexts.create(jobActor(input), { signal }), input),
    log,
    atOnce: settings.limits.jobsAtOnce,
  });
  await jobs.open();
  return {
    host,
    settings,
    log,
    clock,
    metrics,
    db,
    jobs,
    firstPassword,
    migrated,
    actor: (face) => ownerActor(means, face),
    context: (actor, signal) => contexts.create(actor, { signal }),
    localToken: () => ensureLocalToken(means, join(settings.data.folder, 'local-token')),
    start() {
      outbox.start();
      jobs.start();
      for (const { name } of jobList.filter(({ atStart }) => atStart)) {
        const request = { name, input: {}, key: `start:${name}` };
        jobs
          .enqueue(db, request)
          .catch((cause: unknown) => log.error('a job of the start was not queued', { name, cause }));
      }
    },
    async settle() {
      await outbox.deliver();
      await jobs.runDue();
    },
    async close() {
      await contexts.close();
      await outbox.stop();
      await jobs.stop(STOP_MS);
      await streams.close();
      await Promise.all(provided.map(({ close }) => close?.()));
      await db.close();
    },
  };
}

/** A job acts for the owner its input names; work for the whole installation names none. */
function jobActor(input: unknown): Actor {
  const { owner } = (input ?? {}) as { owner?: unknown };
  return { kind: 'system', owner: typeof owner === 'string' ? owner : '', permissions: ['*'], face: 'job' };
}

/** True when the page has been built. */
export function webFolder(): string | undefined {
  const folder = join(ROOT, 'web/dist');
  return existsSync(join(folder, 'index.html')) ? folder : undefined;
}
