/* Generated from the catalog by `npm run gen`. Do not edit: change the operation instead. */
/* eslint-disable */


export interface NimaErrorBody {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
}

/** What Nima answered instead of a result. A lost connection is not this: `fetch` says it in its own way. */
export class NimaError extends Error {
  /** One of eight: invalid, unauthenticated, forbidden, not_found, conflict, limit, unavailable, internal. */
  readonly kind: string;
  /** The case, for programs: `fact_already_known`. */
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** HTTP status; 500 for a stream that failed after it had begun. */
  readonly status: number;

  constructor({ kind, code, message, details }: NimaErrorBody, status: number) {
    super(message);
    this.name = 'NimaError';
    this.kind = kind;
    this.code = code;
    this.details = details;
    this.status = status;
  }
}

export interface ClientOptions {
  /** `http://localhost:8002`; the page's own origin when left out. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Bearer token; a page is signed in by its cookie instead. */
  readonly token?: string | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Address {
  readonly method: string;
  /** With `{id}` for what the input fills in. */
  readonly path: string;
  /** True when a stream can go on after the last event seen. */
  readonly resumes?: boolean;
}

type Input = Readonly<Record<string, unknown>>;

function queryOf(input: Input): string {
  const words = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  const pairs = Object.entries(input).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((item) => [name, words(item)]) : [[name, words(value)]];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

async function failureOf(response: Response): Promise<NimaError> {
  const body = (await response.json().catch(() => null)) as { error?: NimaErrorBody } | null;
  const message = `The server answered ${response.status} without saying why.`;
  return new NimaError(body?.error ?? { kind: 'internal', code: 'internal', message, details: {} }, response.status);
}

interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string;
}

function frameOf(text: string): Frame {
  const fields = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
  const all = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
  return { id: all('id').at(-1), event: all('event').at(-1), data: all('data').join('\n') };
}

async function* framesOf({ body }: Response): AsyncGenerator<Frame> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      yield* frames.map(frameOf).filter(({ data }) => data !== '');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const RESUMES_MAX = 4;
const RESUME_AFTER_MS = 250;

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The two ways to call: `ask` for one answer, `follow` for events. */
export function connect({ baseUrl = '', fetch, token }: ClientOptions) {
  const send = fetch ?? ((...request: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...request));

  async function open(address: Address, input: Input, signal?: AbortSignal, after?: string): Promise<Response> {
    const { method } = address;
    const rest = { ...input };
    const path = address.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      delete rest[name];
      return encodeURIComponent(String(input[name]));
    });
    const isInBody = method === 'POST' || method === 'PUT';
    const response = await send(`${baseUrl}${path}${isInBody ? '' : queryOf(rest)}`, {
      method,
      headers: {
        ...(isInBody ? { 'Content-Type': 'application/json' } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(after ? { 'Last-Event-ID': after } : {}),
      },
      ...(isInBody ? { body: JSON.stringify(rest) } : {}),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  async function ask(address: Address, input: object, { signal }: CallOptions = {}): Promise<unknown> {
    return (await open(address, input as Input, signal)).json();
  }

  async function* follow(address: Address, input: object, { signal }: CallOptions = {}): AsyncGenerator<unknown> {
    let last: string | undefined;
    for (let tries = 0; ; tries += 1) {
      try {
        for await (const { id, event, data } of framesOf(await open(address, input as Input, signal, last))) {
          if (event === 'error') throw new NimaError((JSON.parse(data) as { error: NimaErrorBody }).error, 500);
          last = id ?? last;
          tries = 0;
          yield JSON.parse(data);
        }
        return;
      } catch (thrown) {
        const isBroken = !(thrown instanceof NimaError) && !signal?.aborted;
        if (!isBroken || !address.resumes || last === undefined || tries >= RESUMES_MAX) throw thrown;
        await pause(RESUME_AFTER_MS * 2 ** tries, signal);
      }
    }
  }

  return { ask, follow };
}

export type HealthGetInput = Record<string, unknown>;
export type HealthGetOutput = {
  status: "healthy";
  /** A model answers; offline there always is one */
  model_loaded: boolean;
  /** Text can be counted; Nima estimates four characters to a token */
  tokenizer_loaded: boolean;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
    because: string;
  };
};
export type HealthLiveInput = Record<string, unknown>;
export type HealthLiveOutput = {
  status: "live";
};
export type HealthReadyInput = Record<string, unknown>;
export type HealthReadyOutput = {
  status: "ready";
};
export type UsersGetInput = Record<string, unknown>;
export type UsersGetOutput = {
  id: string;
  name: string;
  /** `*` holds every permission. */
  permissions: string[];
  created_at: string;
};
export type UsersSessionsCreateInput = {
  /** User name; the owner when left out */
  name?: string;
  /** The password shown at first start */
  password: string;
};
export type UsersSessionsCreateOutput = {
  id: string;
  name: string;
  created_at: string;
  expires_at: string | null;
  /** Bearer token; a browser gets it as a cookie instead */
  token?: string;
};
export type UsersSessionsListInput = {
  /** Default: 50 */
  limit?: number;
};
export type UsersSessionsListOutput = {
  sessions: ({
    id: string;
    name: string;
    created_at: string;
    expires_at: string | null;
  })[];
};
export type UsersSessionsRemoveInput = {
  /** Session id, or `current` for the one that asks */
  id: string | "current";
};
export type UsersSessionsRemoveOutput = {
  removed: number;
};
export type UsersTokensCreateInput = {
  /** What it is for */
  name: string;
  /** Days until it expires; never when left out */
  days?: number;
};
export type UsersTokensCreateOutput = {
  id: string;
  name: string;
  created_at: string;
  expires_at: string | null;
  /** The token, shown only now */
  token: string;
};
export type UsersTokensListInput = {
  /** Default: 50 */
  limit?: number;
};
export type UsersTokensListOutput = {
  tokens: ({
    id: string;
    name: string;
    created_at: string;
    expires_at: string | null;
  })[];
};
export type UsersTokensRemoveInput = {
  id: string;
};
export type UsersTokensRemoveOutput = {
  removed: number;
};
export type UsersPasswordUpdateInput = {
  current: string;
  password: string;
};
export type UsersPasswordUpdateOutput = {
  signed_out: number;
};
export type AuditListInput = {
  /** Default: 50 */
  limit?: number;
  /** Only entries before this `seq`, for the next page */
  before?: number;
};
export type AuditListOutput = {
  entries: ({
    seq: number;
    at: string;
    /** Kind and face: `person/rest`, `agent/chat` */
    actor: string;
    operation: string;
    /** Id the call was about */
    target: string | null;
    /** SHA-256 of the canonical input, base64url */
    input_hash: string;
    outcome: "done" | "failed";
    /** Failure code */
    code: string | null;
    approval_id: string | null;
  })[];
};
export type AuditVerifyInput = Record<string, unknown>;
export type AuditVerifyOutput = {
  intact: boolean;
  /** Entries that fit */
  entries: number;
  /** First `seq` that was changed or removed */
  broken_at: number | null;
};
export type ApprovalsListInput = {
  /** Only what still waits · Default: true */
  open?: boolean;
  /** Default: 50 */
  limit?: number;
};
export type ApprovalsListOutput = {
  approvals: ({
    id: string;
    operation: string;
    effect: "write" | "spend" | "destroy";
    /** The exact arguments that would run */
    arguments: Record<string, unknown>;
    /** What would change, in one sentence */
    preview: string;
    /** The turn that asked, if it was in chat */
    place: string | null;
    state: "asked" | "approved" | "denied" | "used" | "expired";
    /** Why it was denied */
    reason: string | null;
    created_at: string;
    expires_at: string;
  })[];
};
export type ApprovalsApproveInput = {
  id: string;
};
export type ApprovalsApproveOutput = {
  id: string;
  operation: string;
  effect: "write" | "spend" | "destroy";
  /** The exact arguments that would run */
  arguments: Record<string, unknown>;
  /** What would change, in one sentence */
  preview: string;
  /** The turn that asked, if it was in chat */
  place: string | null;
  state: "asked" | "approved" | "denied" | "used" | "expired";
  /** Why it was denied */
  reason: string | null;
  created_at: string;
  expires_at: string;
};
export type ApprovalsDenyInput = {
  id: string;
  /** Why, for the agent */
  reason?: string;
};
export type ApprovalsDenyOutput = {
  id: string;
  operation: string;
  effect: "write" | "spend" | "destroy";
  /** The exact arguments that would run */
  arguments: Record<string, unknown>;
  /** What would change, in one sentence */
  preview: string;
  /** The turn that asked, if it was in chat */
  place: string | null;
  state: "asked" | "approved" | "denied" | "used" | "expired";
  /** Why it was denied */
  reason: string | null;
  created_at: string;
  expires_at: string;
};
export type ConversationsListInput = {
  /** Words in the title or in what was said */
  query?: string;
  /** Default: 50 */
  limit?: number;
  /** Only those last changed before this time, for the next page */
  before?: string;
  /** With `before`: the last one of the page, when others were changed at the same time */
  before_id?: string;
};
export type ConversationsListOutput = {
  conversations: ({
    id: string;
    title: string;
    /** The leaf that is shown */
    head_turn_id: string | null;
    created_at: string;
    updated_at: string;
  })[];
};
export type ConversationsGetInput = {
  id: string;
};
export type ConversationsGetOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  created_at: string;
  updated_at: string;
  /** From the first turn to the head */
  messages: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        state: "running" | "asks" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    /** Turns with the same parent, oldest first, this one among them */
    siblings: string[];
  })[];
  /** Summary of turns that no longer fit the window; null while all do */
  context_summary: string | null;
};
export type ConversationsUpdateInput = {
  id: string;
  title?: string;
  /** Show the branch this turn is on */
  turn_id?: string;
};
export type ConversationsUpdateOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  created_at: string;
  updated_at: string;
};
export type ConversationsRemoveInput = {
  id: string;
};
export type ConversationsRemoveOutput = {
  id: string;
  title: string;
};
export type ConversationsSearchInput = {
  query: string;
  /** Only what this side said */
  role?: "user" | "assistant" | "system";
  /** Only in this conversation */
  conversation_id?: string;
  /** Default: 10 */
  limit?: number;
};
export type ConversationsSearchOutput = {
  turns: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        state: "running" | "asks" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    score: number;
  })[];
};
export type ConversationsImportInput = {
  title?: string;
  messages: ({
    /** Default: "user" */
    role?: "user" | "assistant" | "system";
    content: string;
    /** Name of who spoke */
    speaker?: string;
    /** When it was said; now when left out */
    timestamp?: string;
    /** Default: {} */
    metadata?: Record<string, unknown>;
  })[];
};
export type ConversationsImportOutput = {
  id: string;
  title: string;
  /** The leaf that is shown */
  head_turn_id: string | null;
  created_at: string;
  updated_at: string;
  /** Ids of the turns, in the order given */
  turn_ids: string[];
};
export type MemoryFactsListInput = {
  /** Words to look for; the best match comes first */
  query?: string;
  category?: string;
  source?: "conversation" | "explicit" | "inferred";
  trust?: "owner" | "derived" | "imported" | "quarantined";
  /** Only facts learned from this turn */
  turn_id?: string;
  /** What was forgotten and can still be restored · Default: false */
  removed?: boolean;
  /** Default: 50 */
  limit?: number;
  /** The last fact of the page before */
  before?: string;
};
export type MemoryFactsListOutput = {
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
  })[];
  /** Facts that fit the filters, on all pages */
  total: number;
};
export type MemoryFactsCreateInput = {
  /** What to remember, in a sentence */
  fact: string;
  /** Kind of fact, such as preferences or work; found from the words when left out */
  category?: string;
  /** Default: "explicit" */
  source?: "conversation" | "explicit" | "inferred";
  /** Default: 1 */
  confidence?: number;
  /** Default: {} */
  metadata?: Record<string, unknown>;
};
export type MemoryFactsCreateOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type MemoryFactsGetInput = {
  id: string;
};
export type MemoryFactsGetOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type MemoryFactsUpdateInput = {
  id: string;
  /** The corrected sentence */
  fact?: string;
  category?: string;
  confidence?: number;
};
export type MemoryFactsUpdateOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type MemoryFactsRemoveInput = {
  id: string;
};
export type MemoryFactsRemoveOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type MemoryFactsRestoreInput = {
  id: string;
};
export type MemoryFactsRestoreOutput = {
  id: string;
  user_id: string;
  fact: string;
  category: string;
  source: "conversation" | "explicit" | "inferred";
  confidence: number;
  trust: "owner" | "derived" | "imported" | "quarantined";
  /** The turn and the words it rests on */
  evidence: {
    conversation_id: string | null;
    turn_id: string;
    quote: string | null;
  } | null;
  metadata: Record<string, unknown>;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
export type MemoryFactsHistoryInput = {
  id: string;
};
export type MemoryFactsHistoryOutput = {
  versions: ({
    version: number;
    at: string;
    /** Kind and face: `person/rest`, `agent/chat`, `system/job` */
    actor: string;
    change: "created" | "updated" | "removed" | "restored";
    fact: string;
    category: string;
  })[];
};
export type MemoryFactsExportInput = Record<string, unknown>;
export type MemoryFactsExportOutput = {
  version: 1;
  exported_at: string;
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
  })[];
};
export type MemoryFactsImportInput = {
  /** Of the format, as `memory.facts.export` writes it · Default: 1 */
  version?: 1;
  facts: ({
    /** Kept when no fact has it */
    id?: string;
    fact: string;
    category?: string;
    /** Default: "explicit" */
    source?: "conversation" | "explicit" | "inferred";
    /** Default: 1 */
    confidence?: number;
    /** Default: "imported" */
    trust?: "owner" | "derived" | "imported" | "quarantined";
    /** The turn and the words it rests on · Default: null */
    evidence?: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    /** Default: {} */
    metadata?: Record<string, unknown>;
    created_at?: string;
    updated_at?: string;
  })[];
};
export type MemoryFactsImportOutput = {
  imported: number;
  /** Remembered already, or twice in what was sent */
  known: number;
  /** They look like a password or key */
  refused: number;
};
export type MemoryRecallInput = {
  /** A question or some words */
  query: string;
  /** Only facts of this category */
  category?: string;
  /** Facts, and turns, at most · Default: 10 */
  limit?: number;
  /** Budget for all texts together · Default: 2000 */
  tokens_max?: number;
};
export type MemoryRecallOutput = {
  facts: ({
    id: string;
    user_id: string;
    fact: string;
    category: string;
    source: "conversation" | "explicit" | "inferred";
    confidence: number;
    trust: "owner" | "derived" | "imported" | "quarantined";
    /** The turn and the words it rests on */
    evidence: {
      conversation_id: string | null;
      turn_id: string;
      quote: string | null;
    } | null;
    metadata: Record<string, unknown>;
    created_at: string;
    updated_at: string;
    removed_at: string | null;
    /** Higher is better, within one answer */
    score: number;
  })[];
  turns: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        state: "running" | "asks" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    /** Higher is better, within one answer */
    score: number;
  })[];
};
export type MemoryProfileGetInput = Record<string, unknown>;
export type MemoryProfileGetOutput = {
  user_id: string;
  name: string | null;
  preferences: Record<string, unknown>;
  context: Record<string, unknown>;
  /** Null until something is set */
  created_at: string | null;
  updated_at: string | null;
};
export type MemoryProfileUpdateInput = {
  /** What to call you */
  name?: string | null;
  preferences?: Record<string, unknown>;
  context?: Record<string, unknown>;
};
export type MemoryProfileUpdateOutput = {
  user_id: string;
  name: string | null;
  preferences: Record<string, unknown>;
  context: Record<string, unknown>;
  /** Null until something is set */
  created_at: string | null;
  updated_at: string | null;
};
export type PersonaGetInput = Record<string, unknown>;
export type PersonaGetOutput = {
  name: string;
  summary: string;
  personality: {
    voice: string;
    tone: string;
    style: string[];
    values: string[];
  };
  values: {
    name: string;
    meaning: string;
  }[];
  voice: {
    name: string;
    meaning: string;
  }[];
  rules: string[];
  examples: {
    user: string;
    nima: string;
  }[];
};
export type ChatSendInput = {
  /** The last one is answered. Earlier ones open a new conversation; an existing one keeps its own record. */
  messages: ({
    role: "user" | "assistant" | "system";
    content: string;
  })[];
  /** Go on with this conversation */
  conversation_id?: string;
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatSendOutput = {
  response: string;
  /** The conversation so far, this answer last */
  messages: ({
    id: string;
    conversation_id: string;
    parent_id: string | null;
    role: "user" | "assistant" | "system";
    /** Name of who spoke; empty for the owner and Nima */
    speaker: string;
    content: string;
    status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
    metadata: {
      model?: string;
      leaves_machine?: boolean;
      facts_used?: {
        id: string;
        fact: string;
        source: string;
        created_at: string;
      }[];
      turns_used?: {
        id: string;
        conversation_id: string;
        content: string;
        speaker: string;
        created_at: string;
      }[];
      calls?: ({
        call_id: string;
        operation: string;
        effect: "read" | "write" | "spend" | "destroy";
        arguments: Record<string, unknown>;
        state: "running" | "asks" | "done" | "failed" | "denied";
        /** What the operation does, in a few words */
        summary: string;
        /** What would change, for an approval */
        preview: string | null;
        approval_id: string | null;
        /** When the approval stops waiting */
        expires_at: string | null;
        /** Output, or `{ error }` */
        result: unknown;
        /** Operation that takes it back, given `result.id` */
        undo: string | null;
      })[];
      error?: {
        kind: string;
        code: string;
        message: string;
      };
      [key: string]: unknown;
    };
    timestamp: string;
    /** Turns with the same parent, oldest first, this one among them */
    siblings: string[];
  })[];
  conversation_id: string;
  turn_id: string;
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  model: string;
  /** Facts the answer rests on */
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  /** What was said before that the answer rests on */
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  /** Tools used; one in state `asks` waits for approval */
  calls: ({
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  })[];
};
export type ChatStreamInput = {
  /** The last one is answered. Earlier ones open a new conversation; an existing one keeps its own record. */
  messages: ({
    role: "user" | "assistant" | "system";
    content: string;
  })[];
  /** Go on with this conversation */
  conversation_id?: string;
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatStreamEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatResumeInput = {
  /** The assistant turn */
  id: string;
  /** Number of the last event seen · Default: 0 */
  after?: number;
};
export type ChatResumeEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatStopInput = {
  /** The assistant turn */
  id: string;
};
export type ChatStopOutput = {
  id: string;
  was_generating: boolean;
};
export type ChatRegenerateInput = {
  /** The assistant turn to make anew */
  id: string;
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatRegenerateEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};
export type ChatEditInput = {
  /** Your turn to say differently */
  id: string;
  content: string;
  /** Longest answer in tokens */
  max_length?: number;
  temperature?: number;
  top_k?: number;
};
export type ChatEditEvent = {
  type: "turn.started";
  conversation_id: string;
  turn_id: string;
  user_turn_id: string | null;
  model: {
    id: string;
    label: string;
    leaves_machine: boolean;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "recall";
  facts: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "text.delta";
  text: string;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.call";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "tool.result";
  call: {
    call_id: string;
    operation: string;
    effect: "read" | "write" | "spend" | "destroy";
    arguments: Record<string, unknown>;
    state: "running" | "asks" | "done" | "failed" | "denied";
    /** What the operation does, in a few words */
    summary: string;
    /** What would change, for an approval */
    preview: string | null;
    approval_id: string | null;
    /** When the approval stops waiting */
    expires_at: string | null;
    /** Output, or `{ error }` */
    result: unknown;
    /** Operation that takes it back, given `result.id` */
    undo: string | null;
  };
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
} | {
  type: "turn.ended";
  status: "generating" | "asks" | "complete" | "stopped" | "failed" | "interrupted";
  /** The whole answer so far */
  response: string;
  model: string;
  facts_used: {
    id: string;
    fact: string;
    source: string;
    created_at: string;
  }[];
  turns_used: {
    id: string;
    conversation_id: string;
    content: string;
    speaker: string;
    created_at: string;
  }[];
  error: {
    kind: string;
    code: string;
    message: string;
  } | null;
  /** 1, 2, 3 …: the SSE event id */
  seq: number;
};

export function createClient(options: ClientOptions = {}) {
  const { ask, follow } = connect(options);
  return {
    health: {
      /** Show whether Nima is well and which model answers. */
      get: (input: HealthGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/health' }, input, options) as Promise<HealthGetOutput>,
      /** Tell whether the process lives. */
      live: (input: HealthLiveInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/health/live' }, input, options) as Promise<HealthLiveOutput>,
      /** Tell whether requests can be served. */
      ready: (input: HealthReadyInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/health/ready' }, input, options) as Promise<HealthReadyOutput>,
    },
    users: {
      /** Show who is signed in. */
      get: (input: UsersGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/users' }, input, options) as Promise<UsersGetOutput>,
      sessions: {
        /** Sign in with the password. */
        create: (input: UsersSessionsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/users/sessions' }, input, options) as Promise<UsersSessionsCreateOutput>,
        /** List the browsers that are signed in. */
        list: (input: UsersSessionsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/users/sessions' }, input, options) as Promise<UsersSessionsListOutput>,
        /** Sign a browser out. */
        remove: (input: UsersSessionsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/users/sessions/{id}' }, input, options) as Promise<UsersSessionsRemoveOutput>,
      },
      tokens: {
        /** Create a bearer token; it is shown once. */
        create: (input: UsersTokensCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/users/tokens' }, input, options) as Promise<UsersTokensCreateOutput>,
        /** List bearer tokens. */
        list: (input: UsersTokensListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/users/tokens' }, input, options) as Promise<UsersTokensListOutput>,
        /** Remove a bearer token. */
        remove: (input: UsersTokensRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/users/tokens/{id}' }, input, options) as Promise<UsersTokensRemoveOutput>,
      },
      password: {
        /** Change the password and sign every browser out. */
        update: (input: UsersPasswordUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/users/password' }, input, options) as Promise<UsersPasswordUpdateOutput>,
      },
    },
    audit: {
      /** List what was changed, by whom and how it ended. */
      list: (input: AuditListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/audit' }, input, options) as Promise<AuditListOutput>,
      /** Check that nobody rewrote the audit chain. */
      verify: (input: AuditVerifyInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/audit/verify' }, input, options) as Promise<AuditVerifyOutput>,
    },
    approvals: {
      /** List what waits for your approval. */
      list: (input: ApprovalsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/approvals' }, input, options) as Promise<ApprovalsListOutput>,
      /** Approve a call an agent asked for. */
      approve: (input: ApprovalsApproveInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/approvals/{id}/approve' }, input, options) as Promise<ApprovalsApproveOutput>,
      /** Deny a call an agent asked for. */
      deny: (input: ApprovalsDenyInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/approvals/{id}/deny' }, input, options) as Promise<ApprovalsDenyOutput>,
    },
    conversations: {
      /** List conversations. */
      list: (input: ConversationsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations' }, input, options) as Promise<ConversationsListOutput>,
      /** Show one conversation. */
      get: (input: ConversationsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/{id}' }, input, options) as Promise<ConversationsGetOutput>,
      /** Rename a conversation or show another branch of it. */
      update: (input: ConversationsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/conversations/{id}' }, input, options) as Promise<ConversationsUpdateOutput>,
      /** Remove a conversation. */
      remove: (input: ConversationsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/conversations/{id}' }, input, options) as Promise<ConversationsRemoveOutput>,
      /** Find what was said. */
      search: (input: ConversationsSearchInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/conversations/search' }, input, options) as Promise<ConversationsSearchOutput>,
      /** Import a conversation from elsewhere. */
      import: (input: ConversationsImportInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/conversations/import' }, input, options) as Promise<ConversationsImportOutput>,
    },
    memory: {
      facts: {
        /** List what Nima remembers. */
        list: (input: MemoryFactsListInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts' }, input, options) as Promise<MemoryFactsListOutput>,
        /** Remember something. */
        create: (input: MemoryFactsCreateInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts' }, input, options) as Promise<MemoryFactsCreateOutput>,
        /** Show one fact. */
        get: (input: MemoryFactsGetInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts/{id}' }, input, options) as Promise<MemoryFactsGetOutput>,
        /** Correct a fact. */
        update: (input: MemoryFactsUpdateInput, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/memory/facts/{id}' }, input, options) as Promise<MemoryFactsUpdateOutput>,
        /** Forget a fact. */
        remove: (input: MemoryFactsRemoveInput, options?: CallOptions) => ask({ method: 'DELETE', path: '/v1/memory/facts/{id}' }, input, options) as Promise<MemoryFactsRemoveOutput>,
        /** Take back the last change of a fact. */
        restore: (input: MemoryFactsRestoreInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/{id}/restore' }, input, options) as Promise<MemoryFactsRestoreOutput>,
        /** Show how a fact changed. */
        history: (input: MemoryFactsHistoryInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts/{id}/history' }, input, options) as Promise<MemoryFactsHistoryOutput>,
        /** Export everything Nima remembers. */
        export: (input: MemoryFactsExportInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/facts/export' }, input, options) as Promise<MemoryFactsExportOutput>,
        /** Import facts that were exported. */
        import: (input: MemoryFactsImportInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/memory/facts/import' }, input, options) as Promise<MemoryFactsImportOutput>,
      },
      /** Recall facts and talk about something. */
      recall: (input: MemoryRecallInput, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/recall' }, input, options) as Promise<MemoryRecallOutput>,
      profile: {
        /** Show your profile. */
        get: (input: MemoryProfileGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/memory/profile' }, input, options) as Promise<MemoryProfileGetOutput>,
        /** Change your profile. */
        update: (input: MemoryProfileUpdateInput = {}, options?: CallOptions) => ask({ method: 'PUT', path: '/v1/memory/profile' }, input, options) as Promise<MemoryProfileUpdateOutput>,
      },
    },
    persona: {
      /** Show who Nima is: voice, values and rules of style. */
      get: (input: PersonaGetInput = {}, options?: CallOptions) => ask({ method: 'GET', path: '/v1/persona' }, input, options) as Promise<PersonaGetOutput>,
    },
    chat: {
      /** Say something to Nima and get the answer. */
      send: (input: ChatSendInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/chat' }, input, options) as Promise<ChatSendOutput>,
      /** Say something to Nima and follow the answer. */
      stream: (input: ChatStreamInput, options?: CallOptions) => follow({ method: 'POST', path: '/v1/chat/stream' }, input, options) as AsyncIterable<ChatStreamEvent>,
      /** Follow an answer from any event on. */
      resume: (input: ChatResumeInput, options?: CallOptions) => follow({ method: 'GET', path: '/v1/chat/{id}/resume', resumes: true }, input, options) as AsyncIterable<ChatResumeEvent>,
      /** Stop an answer and keep what was written. */
      stop: (input: ChatStopInput, options?: CallOptions) => ask({ method: 'POST', path: '/v1/chat/{id}/stop' }, input, options) as Promise<ChatStopOutput>,
      /** Answer a question again; the first answer stays. */
      regenerate: (input: ChatRegenerateInput, options?: CallOptions) => follow({ method: 'POST', path: '/v1/chat/{id}/regenerate' }, input, options) as AsyncIterable<ChatRegenerateEvent>,
      /** Say a message differently; the first wording stays. */
      edit: (input: ChatEditInput, options?: CallOptions) => follow({ method: 'POST', path: '/v1/chat/{id}/edit' }, input, options) as AsyncIterable<ChatEditEvent>,
    },
  };
}

export type NimaClient = ReturnType<typeof createClient>;
