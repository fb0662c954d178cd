/** A module's manifest: what it brings to the house. `app/modules.ts` lists the modules; nothing else needs to know them. */
import type { z } from 'zod';
import type { Context } from './context.ts';
import type { Operation } from './operation.ts';
import type { Portable } from './portable.ts';

/** Durable background work. Runs at least once, so `run` must be safe to repeat. */
export interface Job<I extends z.ZodType = z.ZodType> {
  /** Dotted, module first: `memory.extract`. */
  readonly name: string;
  readonly input: I;
  /** Tries in all before the job goes to the dead letters; 3 unless said. */
  readonly attemptsMax?: number;
  /** A cron line (UTC) for work that recurs by itself. */
  readonly cron?: string;
  /** Also once when a server starts: for what the one before may have left undone. */
  readonly atStart?: boolean;
  run(ctx: Context, input: z.output<I>): Promise<void>;
}

export const defineJob = <I extends z.ZodType>(job: Job<I>): Job<I> => job;

/**
 * `{ event: 'chat.turn.ended', job: extractFacts }`: when the event is delivered, the job gets its payload as input. The
 * event `*` is every event; that job gets `{ owner, event, id, payload }`.
 */
export interface Subscription {
  readonly event: string;
  readonly job: Job;
}

export interface Module {
  readonly name: string;
  readonly purpose: string;
  /** Folder of the module, for its migrations: `import.meta.dirname`. */
  readonly folder: string;
  /** Modules whose door (`index.ts`) this one may import. */
  readonly uses: readonly string[];
  readonly operations: readonly Operation[];
  readonly jobs: readonly Job[];
  readonly subscriptions: readonly Subscription[];
  /** Facts of the past this module announces: `memory.fact.created`. */
  readonly events: readonly string[];
  /** What a person takes along to another Nima; tables that others point to come first. */
  readonly portable: readonly Portable[];
}

type Manifest = Pick<Module, 'name' | 'purpose' | 'folder' | 'operations'> & Partial<Module>;

export function defineModule(manifest: Manifest): Module {
  return { uses: [], jobs: [], subscriptions: [], events: [], portable: [], ...manifest };
}
