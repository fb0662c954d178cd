/**
 * The interfaces of the machinery behind the context. `platform/` and `providers/` fill them; modules know only these.
 * Texts are UTF-8 strings, times milliseconds UTC, vectors unit length.
 */
import type { Actor } from './context.ts';
import type { Failure } from './errors.ts';
import type { Grounding } from './grounding.ts';
import type { Effect } from './operation.ts';

/* ---------- events and jobs ---------- */

export interface EventOutbox {
  /** Announces a fact of the past. In a transaction it is delivered if and only if the transaction commits. */
  emit(event: string, payload: object): Promise<void>;
}

export interface JobRequest {
  readonly name: string;
  readonly input: object;
  /** At most one unfinished job with this key exists; a second request is dropped. */
  readonly key?: string;
  /** Not before this time, milliseconds UTC. */
  readonly runAt?: number;
}

export interface JobQueue {
  enqueue(request: JobRequest): Promise<void>;
}

/** Cron lines on the wall clock of a time zone. */
export interface Calendar {
  /**
   * The first due time after `after`, milliseconds UTC; null when the line never comes due again. A time the clocks jump
   * over is due at the jump; one shown twice, the first time. `invalid` when it is no cron line.
   */
  nextDue(cron: string, zone: string, after: number): number | null;
}

/* ---------- resumable streams ---------- */

export interface StreamEvent {
  /** 1, 2, 3 … within its stream; the SSE event id. */
  readonly seq: number;
  readonly data: object;
}

export interface StreamWriter {
  /** Queues one event; it is durable before any reader sees it. */
  write(data: object): void;
  /** Resolves when what is queued is durable, and lets readers pass it on: for a writer about to work hard. */
  told(): Promise<void>;
  /** Writes what is queued and marks the stream ended, so that readers finish. */
  end(): Promise<void>;
  /** Aborts when somebody asks for a stop, on this replica or another. */
  readonly stopped: AbortSignal;
}

export interface StreamLog {
  /** Opens a stream for writing; reopening one goes on after its last event. */
  open(id: string): Promise<StreamWriter>;
  /** Past events after `after`, then live ones until the stream ends or the signal aborts. */
  read(id: string, after: number, signal: AbortSignal): AsyncIterable<StreamEvent>;
  /** Asks the writer, wherever it runs, to stop. False when there is no such stream. */
  stop(id: string): Promise<boolean>;
  /** Removes what these streams hold, at once. */
  forget(ids: readonly string[]): Promise<void>;
  /** True when the program that wrote it is known to be gone: no need to wait for a sign of life. */
  isOrphaned(id: string): Promise<boolean>;
}

/* ---------- search ---------- */

export interface SearchDocument {
  readonly id: string;
  readonly text: string;
  /** Documents of one group stand in a sequence (a conversation): neighbours give each other context. */
  readonly group?: string;
  readonly speaker?: string;
  readonly category?: string;
  /** Orders a group and breaks ties between equals, milliseconds UTC. */
  readonly time: number;
  /** Unit vector quantized to int8 (value × 127), if this document has one. */
  readonly vector?: Int8Array;
}

export interface SearchChange {
  /** Grows with every change of the owner's collection. */
  readonly revision: number;
  /** The document now, or null when it is gone. */
  readonly document: SearchDocument | null;
  readonly id: string;
}

/** Where an index reads its documents: everything changed after a revision, in order of revision. */
export interface SearchSource {
  changes(owner: string, afterRevision: number, limit: number): Promise<readonly SearchChange[]>;
}

export interface SearchQuery {
  readonly text: string;
  /** Unit vector int8 of the query, when vectors should take part. */
  readonly vector?: Int8Array;
  readonly category?: string;
  readonly group?: string;
  readonly limit: number;
}

export interface SearchHit {
  readonly id: string;
  /** Higher is better; comparable only within one answer. */
  readonly score: number;
}

export interface SearchPort {
  /** Ranks one owner's documents of a collection, first catching up with every committed change. */
  query(collection: string, owner: string, source: SearchSource, query: SearchQuery): Promise<readonly SearchHit[]>;
}

export interface Embedder {
  /** Stored beside each vector; a change of id means re-embedding. */
  readonly id: string;
  readonly dimensions: number;
  /** True when embedding is arithmetic in this process: done within the write instead of by a job. */
  readonly isInstant: boolean;
  /** True when texts that mean the same lie near each other whatever their words; false when only spelling counts. */
  readonly knowsMeaning: boolean;
  /** Unit vectors quantized to int8, one for each text. */
  embed(texts: readonly string[]): Promise<Int8Array[]>;
}

/* ---------- language models ---------- */

export interface ToolDescription {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the input. */
  readonly inputSchema: object;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: Record<string, unknown>;
}

/** A picture shown to a model that sees. */
export interface ModelImage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type ModelMessage =
  | { readonly role: 'user'; readonly text: string; readonly images?: readonly ModelImage[] }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly name: string; readonly result: unknown };

export interface ModelRequest {
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  /** Offered tools carry their operation and effect, which the offline model uses for its wording. */
  readonly tools: readonly (ToolDescription | OfferedTool)[];
  readonly grounding: Grounding;
  readonly tokensMax?: number;
  readonly temperature?: number;
  readonly topK?: number;
}

export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'call'; readonly call: ToolCall }
  | {
      readonly type: 'finish';
      readonly reason: string;
      readonly inputTokens: number;
      readonly outputTokens: number;
      /** Id of the model that really answered; differs from the choice when that one failed before its first word. */
      readonly model: string;
      /** Grounding the answer was made from, where the model can tell. */
      readonly factsUsed?: readonly string[];
      readonly turnsUsed?: readonly string[];
      readonly passagesUsed?: readonly string[];
    };

export interface ModelChoice {
  /** `offline`, `openai-compatible:qwen3:4b`, … */
  readonly id: string;
  /** What the page says: "Offline model". */
  readonly label: string;
  /** True when what is said leaves this machine. */
  readonly leavesMachine: boolean;
  /** Why this one was chosen, in one sentence. */
  readonly because: string;
  /** Tokens that fit its window, question and answer together. */
  readonly contextTokens: number;
  /** True when pictures can be shown to it. */
  readonly seesImages: boolean;
}

export interface ModelPort {
  /** The model that would answer now. */
  choose(): Promise<ModelChoice>;
  /** One step of generation; throws `unavailable` when the model cannot be reached, hangs or answers garbage. */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}

/* ---------- tools and understanding ---------- */

/** What came of a tool call made by a model. */
export type ToolOutcome =
  | { readonly state: 'done'; readonly output: unknown; readonly undo: string | null }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'asks'; readonly approvalId: string; readonly preview: string; readonly expiresAt: string };

export interface OfferedTool extends ToolDescription {
  readonly operation: string;
  readonly summary: string;
  readonly effect: Effect;
  /** The operation that takes it back. */
  readonly undo?: string;
}

/** The operations a model may call, through the same pipeline as everybody else. Filled by `faces/chat-tools`. */
export interface Toolbox {
  tools(): readonly OfferedTool[];
  /** Those, and what the tool servers of the actor's owner offer. */
  offered(actor: Actor, signal: AbortSignal): Promise<readonly OfferedTool[]>;
  /** Runs a call as an agent of the actor's owner; `actor.place` is the turn it belongs to. Never throws. */
  execute(actor: Actor, call: ToolCall, signal: AbortSignal): Promise<ToolOutcome>;
}

export interface Understanding {
  /** Operation name, or null when the sentence is not a command Nima knows. */
  readonly operation: string | null;
  readonly input: Record<string, unknown>;
  /** Required input fields the sentence does not give. */
  readonly missing: readonly string[];
  /** Fields given by describing a thing (`Example.refers`), with the words used; the field itself stays in `missing`. */
  readonly refers?: Readonly<Record<string, string>>;
  /** That this operation was meant, 0 to 1. */
  readonly confidence: number;
  /** What else it may mean, when that is nearly as likely. */
  readonly rival?: Omit<Understanding, 'rival'>;
}

/** A time as words give it: once, in milliseconds UTC, or again and again, as a cron line. */
export type TimeReading =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'recurring'; readonly cron: string };

/** What its owner taught: a sentence that says this means that operation. */
export interface Correction {
  readonly say: string;
  /** Operation name; one that does not exist any more teaches nothing. */
  readonly operation: string;
}

/** Offline understanding of commands, learned from the operations' examples. */
export interface Language {
  /** A sentence equal or very near to a correction's takes its operation; the newest correction stands last. */
  understand(text: string, owners?: { readonly corrections?: readonly Correction[] }): Understanding;
  /** When words such as `every Monday at 9` or `tomorrow at 9` are meant, all of them; null when they name no time. */
  readTime(words: string, zone: string): TimeReading | null;
}
