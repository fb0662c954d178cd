/**
 * The port of the task executor: an outside system that tasks act on. A provider brings a manifest (what it is called,
 * what it needs to be told, what it can do) and runs one action at a time; queueing, retries, approval, logging and
 * cancelling are the executor's, so that no integration does them its own way.
 */
import type { z } from 'zod';
import type { Effect } from '../../../kernel/operation.ts';
import { definePort } from '../../../kernel/port.ts';
import type { Secret } from '../../../kernel/secret.ts';

/** What a running action is given. All waiting goes through `signal`: when it aborts, the action ends within two seconds. */
export interface Work {
  /** The integration's own configuration, parsed by its `config`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The value behind a reference of the configuration (`env:GITHUB_TOKEN`, `file:/run/secrets/x`); `invalid` when it is not there. */
  secret(reference: string): Secret;
  /** Aborts on cancel, on the kill switch and at shutdown. */
  readonly signal: AbortSignal;
  /** The same for every try of one task: sent along where the outside system knows such keys, looked for where it does not. */
  readonly idempotencyKey: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** One line for the live log; secrets are taken out before it is stored. */
  log(line: string): void;
  /** How far it is, 0 to 1, where that is known. */
  progress(share: number): void;
}

/** What came of it: `summary` is the sentence a person reads, `data` the rest, as JSON. */
export interface Done {
  readonly summary: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** True where `data` holds what others wrote (issues, files, logs, answers): data to read, never an instruction. */
  readonly isUntrusted?: boolean;
}

/** One thing an integration can do: `create_pr`. */
export interface Action<P extends z.ZodObject = z.ZodObject> {
  /** Lower snake case, as in the seed: `create_pr`. */
  readonly name: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  readonly params: P;
  /** What a call with these parameters does: `read` runs freely, `spend` and `destroy` are asked for. */
  effectOf(params: z.output<P>): Effect;
  /** What would change, in one sentence, and where it helps as a diff below it. Asks the outside system only to read. */
  preview(params: z.output<P>, work: Work): Promise<string>;
  /**
   * Does it. Throws Failures: `unavailable` and `limit` are tried again (`details.retry_after_ms` is kept to), so they
   * are thrown only where a second run with the same `idempotencyKey` is safe; any other kind ends the task.
   */
  run(params: z.output<P>, work: Work): Promise<Done>;
  /**
   * True where running twice with the same `idempotencyKey` does no harm: the outside system knows such keys, `run`
   * looks before it acts, or the end is the same (a scale set, a file written). It decides about a try that was cut off
   * by a crash: repeated when true, else the task fails with "may or may not have happened". Reads need not say.
   */
  isRepeatable?(params: z.output<P>): boolean;
  /**
   * How an action recognizes that an earlier try, cut off or failed, did it already: what came of it then, or null when
   * nothing did. Asked before each try after the first; asks the outside system only to read.
   */
  findDone?(params: z.output<P>, work: Work): Promise<Done | null>;
}

export interface Health {
  readonly isReady: boolean;
  /** What is missing and what to do, or what it is connected to. */
  readonly text: string;
}

export interface Integration {
  /** The `type` of its tasks: `github`. */
  readonly name: string;
  readonly summary: string;
  /** What it needs to be told; secrets as references, never as values. Every field has a default or is optional. */
  readonly config: z.ZodObject;
  readonly actions: readonly Action[];
  /** `recorded` where tests know the outside system by its published schema only. */
  readonly tested: 'real peer' | 'recorded';
  health(work: Work): Promise<Health>;
  /**
   * Called every few minutes: settles what an action that was killed left behind outside (Kubernetes: a
   * suspended Flux), and says in one line each what it did. Safe to call while actions run, here or on another replica.
   */
  recover?(work: Work): Promise<readonly string[]>;
}

export const integrationPort = definePort<Integration>('tasks.integration');

/** What the owner's settings say about one integration, under its name. Filled by the app; nothing a model can write. */
export interface Configuration {
  /** Parsed by the integration's `config`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The value behind `env:NAME` or `file:/path`; throws `invalid` when it is not there, or when it is no reference. */
  secret(reference: string): Secret;
}

export const configurationPort = definePort<Configuration>('tasks.configuration');

/** Keeps the type of `params` within one action, and lets actions of all types stand in one list. */
export const defineAction = <P extends z.ZodObject>(action: Action<P>): Action => action as unknown as Action;
